"""Writing a lesson: a new one, or a new version of one."""

from collections.abc import Mapping
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mantelzorg.models import User
from mantelzorg.samenloop import verschillen
from praktijken.avg.zonder_script import let_op
from praktijken.leren import acties
from praktijken.leren.acties import Bewaard, Botsing
from praktijken.leren.forms import LesFormulier
from praktijken.leren.invoer import Aanleiding, Lesinvoer, voorstel
from praktijken.leren.stand import Lesstatus, stand
from praktijken.leren.verzoek import eigen_les, getal, inzending, lezer
from praktijken.models import Experiment, Les, Lesversie, Praktijk, Stap, Voortgang
from praktijken.voortgang.bewaren import bewaarsleutel

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@_SCHRIJVEN
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new lesson for `?praktijk=`, `?experiment=` or `?voortgang=`, filled with what is known."""
    user = lezer(request)
    aanleiding = _aanleiding(request, user)
    praktijk = aanleiding.praktijk
    formulier = _formulier(request, praktijk, voorstel(aanleiding))
    gemerkt = let_op(request, formulier, Lesversie, [praktijk.pk])
    if formulier.is_valid() and not gemerkt:
        try:
            bewaard = acties.maak(
                praktijk=praktijk,
                experiment=aanleiding.experiment,
                invoer=formulier.invoer,
                inzending=inzending(request),
            )
        except Botsing as botsing:
            return _toon_botsing(request, user, botsing.nieuwste)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            return _klaar(request, bewaard)
    adres = request.get_full_path()
    context = {"praktijk": praktijk, "experiment": aanleiding.experiment, "adres": adres, "let_op": gemerkt}
    return _toon(request, user, formulier, context)


@login_required
@_SCHRIJVEN
def bewerken(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version of a lesson, started from its newest one."""
    user, les = lezer(request), eigen_les(request, pk)
    nu = stand(les)
    if request.method != "POST" and nu.status == Lesstatus.VOORGELEGD:
        messages.info(request, acties.EERST_TERUGNEMEN)
        return redirect("praktijken:les", les.pk)
    formulier = _formulier(request, les.praktijk, Lesinvoer.van(nu.nieuwste))
    gemerkt = let_op(request, formulier, Lesversie, [les.praktijk_id])
    if formulier.is_valid() and not gemerkt:
        try:
            gezien = getal(request.POST.get("versie", ""))
            bewaard = acties.wijzig(les=les, gezien=gezien, invoer=formulier.invoer, inzending=inzending(request))
        except Botsing as botsing:
            return _toon_botsing(request, user, botsing.nieuwste)
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            return _klaar(request, bewaard)
    return _toon(request, user, formulier, _bij_les(les, nu.nieuwste) | {"let_op": gemerkt})


def _aanleiding(request: HttpRequest, user: User) -> Aanleiding:
    """What the address names, for who may change its practice; else there is no such page."""
    for soort in ("voortgang", "experiment", "praktijk"):
        if sleutel := request.GET.get(soort):
            return _van[soort](user, getal(sleutel))
    raise Http404


def _van_voortgang(user: User, sleutel: int | None) -> Aanleiding:
    eigen = Voortgang.objects.wijzigbaar_door(user).select_related("experiment__ontwerpvraag__praktijk__programma")
    voortgang = get_object_or_404(eigen, pk=sleutel)
    praktijk = voortgang.experiment.ontwerpvraag.praktijk
    return Aanleiding(praktijk=praktijk, experiment=voortgang.experiment, voortgang=voortgang)


def _van_experiment(user: User, sleutel: int | None) -> Aanleiding:
    eigen = Experiment.objects.wijzigbaar_door(user).select_related("ontwerpvraag__praktijk__programma")
    experiment = get_object_or_404(eigen, pk=sleutel)
    return Aanleiding(praktijk=experiment.ontwerpvraag.praktijk, experiment=experiment)


def _van_praktijk(user: User, sleutel: int | None) -> Aanleiding:
    eigen = Praktijk.objects.wijzigbaar_door(user).select_related("programma")
    return Aanleiding(praktijk=get_object_or_404(eigen, pk=sleutel))


_van = {"voortgang": _van_voortgang, "experiment": _van_experiment, "praktijk": _van_praktijk}


def _formulier(request: HttpRequest, praktijk: Praktijk, begin: Lesinvoer) -> LesFormulier:
    gestuurd = request.POST if request.method == "POST" else None
    return LesFormulier(gestuurd, programma=praktijk.programma, begin=begin)


def _bij_les(les: Les, nieuwste: Lesversie) -> dict[str, object]:
    """What the page with the form says of a lesson that exists."""
    teruggestuurd = nieuwste.stappen.filter(soort=Stap.TERUGGESTUURD).select_related("door").last()
    return {
        "praktijk": les.praktijk,
        "experiment": les.experiment,
        "adres": reverse("praktijken:les-bewerken", args=[les.pk]),
        "versie": nieuwste,
        "teruggestuurd": teruggestuurd,
    }


def _toon(request: HttpRequest, user: User, formulier: LesFormulier, context: Mapping[str, object]) -> HttpResponse:
    """Nothing was stored when the form comes back with errors, so it gets a key of its own again."""
    rest = {"formulier": formulier, "inzending": uuid4(), "bewaarsleutel": bewaarsleutel(user, str(context["adres"]))}
    return render(request, "praktijken/leren/formulier.html", {**context, **rest})


def _toon_botsing(request: HttpRequest, user: User, nieuwste: Lesversie) -> HttpResponse:
    """What is stored by now beside what was typed: the writer keeps one of them."""
    les = Les.objects.select_related("praktijk__programma", "experiment").get(pk=nieuwste.les_id)
    naast_elkaar = _formulier(request, les.praktijk, Lesinvoer.van(nieuwste))
    context = _bij_les(les, nieuwste) | {"verschillen": verschillen(naast_elkaar)}
    return _toon(request, user, naast_elkaar, context)


def _klaar(request: HttpRequest, bewaard: Bewaard) -> HttpResponse:
    if bewaard.nieuw:
        messages.success(request, "Bewaard. De les is nog niet gedeeld: leg haar voor als zij klaar is.")
    else:
        messages.info(request, "Dit was al bewaard. Er is niets dubbel vastgelegd.")
    return redirect("praktijken:les", bewaard.versie.les_id)
