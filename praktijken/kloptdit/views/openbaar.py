"""The participant's own page, behind a link from a mail: no account, no script, nothing kept by a browser or a proxy.

A link that is unknown, expired or revoked gives one and the same page, which tells nothing of anybody. The address of
a page goes to no other site (Referrer-Policy `same-origin`; `no-referrer` would take away what CSRF is checked by), and
search engines are told to stay away.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_POST

from deelnemers.models import Organisatie
from mantelzorg.ingevuld import Veld, ingevuld
from mantelzorg.klok import vandaag
from praktijken.kloptdit import antwoorden, lezen
from praktijken.kloptdit.antwoorden import Gegeven, TeVaak
from praktijken.kloptdit.deelnemerforms import Inzending, Stopform, Toelichting, Verbeterform
from praktijken.kloptdit.link import vind
from praktijken.models import Antwoordsoort, Deelname, Uitvraag

_ORGANISATIES = 100  # of the practice's partners, to choose from; never the whole register
GEEN_LINK = "praktijken/kloptdit/geen_link.html"
View = Callable[..., HttpResponse]


def met_link(view: View) -> View:
    """The view gets the request behind a link that works; else the page that says what to do."""

    @wraps(view)
    def beschermd(request: HttpRequest, sleutel: str, *args: Any, **kwargs: Any) -> HttpResponse:
        uitvraag = vind(sleutel, vandaag())
        if uitvraag is None:
            antwoord = _geen_link(request)
        else:
            antwoord = _of_waarom_niet(view, request, uitvraag, sleutel, *args, **kwargs)
        patch_cache_control(antwoord, private=True, no_store=True)
        antwoord["X-Robots-Tag"] = "noindex, nofollow"
        antwoord["Referrer-Policy"] = "same-origin"
        return antwoord

    return beschermd


def _of_waarom_niet(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except TeVaak:
        return render(None, "praktijken/kloptdit/te_vaak.html", {"velden": _getypt(request)}, status=429)
    except Http404:  # a participation that is not theirs, or is there no more
        return _geen_link(request)


def _geen_link(request: HttpRequest) -> HttpResponse:
    return render(None, GEEN_LINK, {"velden": _getypt(request)}, status=404)


def _getypt(request: HttpRequest) -> list[Veld]:
    """What somebody typed before the link died, to copy into a mail."""
    return [veld for veld in ingevuld(request) if veld.naam in ("organisatie", "toelichting", "laatste_dag")]


@require_http_methods(["GET", "HEAD"])
@met_link
def pagina(request: HttpRequest, uitvraag: Uitvraag, sleutel: str) -> HttpResponse:
    """All that is held, and what one can do."""
    deelnames = lezen.deelnames_van(uitvraag, vandaag())
    gegeven = lezen.gegeven_antwoorden(uitvraag)
    wacht = any(een.besluit == "" and een.soort != Antwoordsoort.KLOPT for een in gegeven)
    context = {
        "sleutel": sleutel,
        "uitvraag": uitvraag,
        "deelnemer": uitvraag.deelnemer,
        "deelnames": deelnames,
        "loopt": any(een.loopt for een in deelnames),
        "antwoorden": gegeven,
        "wacht": wacht,
        "bevestigd": any(een.soort == Antwoordsoort.KLOPT and een.besluit == "" for een in gegeven),
        "form": Inzending(),
    }
    return render(request, "praktijken/kloptdit/pagina.html", context)


@require_POST
@met_link
def klopt(request: HttpRequest, uitvraag: Uitvraag, sleutel: str) -> HttpResponse:
    """One click: all is right."""
    form = Inzending(request.POST)
    if form.is_valid():
        gegeven = [Gegeven(soort=Antwoordsoort.KLOPT)]
        antwoorden.geef(uitvraag, gegeven, inzending=form.cleaned_data["inzending"], nu=timezone.now())
    return redirect("praktijken:klopt-dit", sleutel)


@require_http_methods(["GET", "HEAD", "POST"])
@met_link
def verbeter(request: HttpRequest, uitvraag: Uitvraag, sleutel: str, deelname: int) -> HttpResponse:
    """What should be different about one participation; it waits for staff."""
    gehouden = next((een for een in lezen.deelnames_van(uitvraag, vandaag()) if een.deelname.pk == deelname), None)
    if gehouden is None:
        raise Http404
    form = Verbeterform(request.POST if request.method == "POST" else None, initial=_begin(gehouden))
    if form.is_valid():
        schoon = form.cleaned_data
        gegeven = Gegeven(
            soort=Antwoordsoort.CORRECTIE,
            deelname=gehouden.deelname,
            organisatie_naam=antwoorden.bekende_naam(schoon["organisatie"]),
            organisatietype=schoon["organisatietype"],
            hoedanigheid=schoon["hoedanigheid"],
            toelichting=schoon["toelichting"],
            gezien=schoon["gezien"],
        )
        antwoorden.geef(uitvraag, [gegeven], inzending=schoon["inzending"], nu=timezone.now())
        return redirect("praktijken:klopt-dit", sleutel)
    context = {"sleutel": sleutel, "gehouden": gehouden, "form": form, "organisaties": _partners(gehouden.deelname)}
    return render(request, "praktijken/kloptdit/verbeter.html", context)


def _begin(gehouden: lezen.Gehouden) -> dict[str, Any]:
    """What was answered before and still waits; else what is held."""
    afdruk = antwoorden.afdruk(gehouden.deelname, Antwoordsoort.CORRECTIE)
    if (eerder := gehouden.correctie) is not None:
        return {
            "organisatie": eerder.organisatie_naam,
            "organisatietype": eerder.organisatietype_id,
            "hoedanigheid": eerder.hoedanigheid,
            "toelichting": eerder.toelichting,
            "gezien": afdruk,
        }
    deelname = gehouden.deelname
    organisatie = deelname.organisatie
    return {
        "organisatie": organisatie.naam if organisatie else "",
        "organisatietype": deelname.organisatietype_id or (organisatie and organisatie.organisatietype_id),
        "hoedanigheid": deelname.hoedanigheid,
        "gezien": afdruk,
    }


def _partners(deelname: Deelname) -> list[str]:
    """Names of the organisations that work along in this practice: those the person meets there anyway."""
    eigen = Organisatie.objects.filter(partnerschappen__praktijk=deelname.praktijk_id).distinct()
    return list(eigen.order_by("naam").values_list("naam", flat=True)[:_ORGANISATIES])


@require_http_methods(["GET", "HEAD", "POST"])
@met_link
def stop(request: HttpRequest, uitvraag: Uitvraag, sleutel: str) -> HttpResponse:
    """The person takes part no more; it waits for staff."""
    dag = vandaag()
    lopend = [een.deelname.pk for een in lezen.deelnames_van(uitvraag, dag) if een.loopt]
    rijen = Deelname.objects.filter(pk__in=lopend).select_related("praktijk").order_by("vanaf", "pk")
    form = Stopform(request.POST if request.method == "POST" else None, deelnames=rijen, dag=dag)
    if form.is_valid():
        gegeven = [
            Gegeven(
                soort=Antwoordsoort.STOPPEN,
                deelname=deelname,
                stopt_op=form.cleaned_data["laatste_dag"],
                toelichting=form.cleaned_data["toelichting"],
                gezien=antwoorden.afdruk(deelname, Antwoordsoort.STOPPEN),
            )
            for deelname in form.cleaned_data["deelnames"]
        ]
        antwoorden.geef(uitvraag, gegeven, inzending=form.cleaned_data["inzending"], nu=timezone.now())
        return redirect("praktijken:klopt-dit", sleutel)
    return render(request, "praktijken/kloptdit/stop.html", {"sleutel": sleutel, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@met_link
def bezwaar(request: HttpRequest, uitvraag: Uitvraag, sleutel: str) -> HttpResponse:
    """The person wants no more mail: that holds at once."""
    form = Toelichting(request.POST if request.method == "POST" else None)
    if form.is_valid():
        schoon = form.cleaned_data
        antwoorden.maak_bezwaar(uitvraag, schoon["toelichting"], inzending=schoon["inzending"], nu=timezone.now())
        return redirect("praktijken:klopt-dit", sleutel)
    return render(request, "praktijken/kloptdit/bezwaar.html", {"sleutel": sleutel, "form": form})


@require_POST
@met_link
def terug(request: HttpRequest, uitvraag: Uitvraag, sleutel: str, antwoord: int) -> HttpResponse:  # noqa: ARG001
    """Take back what still waits."""
    antwoorden.trek_terug(uitvraag, antwoord, nu=timezone.now())
    return redirect("praktijken:klopt-dit", sleutel)
