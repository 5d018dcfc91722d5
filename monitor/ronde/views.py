"""The pages of a round: the list, opening one, following one, a practice to confirm, and going on without."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma, User
from monitor.models import Meetronde
from monitor.nederlands import aantal, datum, opsomming
from monitor.ronde import acties
from monitor.ronde.acties import IntussenGewijzigd, KanNiet, Opzet
from monitor.ronde.forms import RedenForm, RondeForm
from monitor.ronde.pagina import cijferlijst, verbeterpunten
from monitor.ronde.post import Herinnerd, herinner
from monitor.ronde.stand import Regel, voortgang, voortgangen
from monitor.ronde.toegang import (
    is_bureau,
    met_ronde,
    rondes_van,
    te_bevestigen_door,
    voor_bevestigers,
    voor_bureau,
    voor_zover,
)

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
INTUSSEN = "De cijfers zijn veranderd terwijl u keek. Hieronder staan ze zoals ze nu zijn. Bevestig ze opnieuw."


@require_safe
@voor_bevestigers
def lijst(request: HttpRequest, user: User) -> HttpResponse:
    """The rounds: what is open with how far it is, and what is closed."""
    rondes = list(rondes_van(user))
    open_rondes = [ronde for ronde in rondes if ronde.is_open]
    context = {
        "open": voor_zover(voortgangen(open_rondes, vandaag()), user),
        "gesloten": [ronde for ronde in rondes if not ronde.is_open],
        "bureau": is_bureau(user),
    }
    return render(request, "monitor/rondes/lijst.html", context)


@_SCHRIJVEN
@voor_bureau
def nieuw(request: HttpRequest, user: User) -> HttpResponse:
    """Open a round."""
    programmas = Programma.objects.zichtbaar_voor(user)
    form = RondeForm(request.POST if request.method == "POST" else None, programmas=programmas, vandaag=vandaag())
    if form.is_valid():
        try:
            ronde = acties.open_ronde(Opzet(**form.cleaned_data), door=user, op=timezone.now())
        except KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "De meetronde is geopend. Adviseurs zien haar in hun takenlijst.")
            return redirect("monitor:ronde", ronde.pk)
    return render(request, "monitor/rondes/nieuw.html", {"form": form})


@require_safe
@voor_bevestigers
@met_ronde
def ronde(request: HttpRequest, user: User, gevonden: Meetronde) -> HttpResponse:
    """How far the round is, by practice and adviser."""
    [stand] = voor_zover([voortgang(gevonden, vandaag())], user)
    context = {"stand": stand, "ronde": gevonden, "bureau": is_bureau(user)}
    return render(request, "monitor/rondes/ronde.html", context)


@_SCHRIJVEN
@voor_bevestigers
@met_ronde
def praktijk(request: HttpRequest, user: User, gevonden: Meetronde, praktijk_pk: int) -> HttpResponse:
    """The figures of one practice, and *klopt per peildatum*."""
    rijen = te_bevestigen_door(user).filter(programma=gevonden.programma_id).select_related("programma")
    eigen = get_object_or_404(rijen, pk=praktijk_pk)
    fout = ""
    if request.method == "POST":
        try:
            gezien = request.POST.get("gezien", "")
            acties.bevestig(ronde=gevonden.pk, praktijk=eigen.pk, gezien=gezien, door=user, op=timezone.now())
        except IntussenGewijzigd:
            fout = INTUSSEN
        except KanNiet as reden:
            fout = str(reden)
        else:
            messages.success(request, f"U heeft bevestigd: {eigen.naam} klopt per {datum(gevonden.peildatum)}.")
            return redirect("monitor:ronde", gevonden.pk)
    regel = _regel(gevonden, eigen.pk)
    telling = regel.praktijk.cijfers
    context = {
        "ronde": gevonden,
        "praktijk": eigen,
        "regel": regel,
        "cijfers": cijferlijst(regel.praktijk, gevonden.peildatum),
        "typen": [("Deelnemers nu", telling.deelnemers), ("Deelnemers tot nu toe", telling.deelnemers_tot_nu_toe)],
        "ontbreekt": verbeterpunten(regel.praktijk, eigen, gevonden.peildatum, kantoor=is_bureau(user)),
        "te_bevestigen": _kan_bevestigd(gevonden, regel),
        "bureau": is_bureau(user),
        "fout": fout,
    }
    return render(request, "monitor/rondes/praktijk.html", context, status=409 if fout else 200)


def _kan_bevestigd(gevonden: Meetronde, regel: Regel) -> bool:
    return gevonden.is_open and gevonden.peildatum <= vandaag() and not regel.klopt


def _regel(gevonden: Meetronde, praktijk_pk: int) -> Regel:
    for een in voortgang(gevonden, vandaag()).regels:
        if een.praktijk.praktijk.id == praktijk_pk:
            return een
    raise Http404


@_SCHRIJVEN
@voor_bureau
@met_ronde
def zonder(request: HttpRequest, user: User, gevonden: Meetronde, praktijk_pk: int) -> HttpResponse:
    """Write down why the office goes on without this one."""
    regel = _regel(gevonden, praktijk_pk)
    eigen = get_object_or_404(te_bevestigen_door(user), pk=praktijk_pk)
    form = RedenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            acties.ga_zonder_verder(
                ronde=gevonden.pk, praktijk=eigen, door=user, op=timezone.now(), **form.cleaned_data
            )
        except KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"Genoteerd: verder zonder bevestiging van {eigen.naam}.")
            return redirect("monitor:ronde", gevonden.pk)
    context = {"form": form, "ronde": gevonden, "praktijk": eigen, "regel": regel}
    return render(request, "monitor/rondes/zonder.html", context)


@_SCHRIJVEN
@voor_bureau
@met_ronde
def herinneren(request: HttpRequest, user: User, gevonden: Meetronde) -> HttpResponse:
    """Mail the advisers whose practices wait; opened by its address it is the round."""
    if request.method == "POST":
        try:
            messages.success(request, _gemaild(herinner(ronde=gevonden.pk, door=user, op=timezone.now())))
        except KanNiet as fout:
            messages.error(request, str(fout))
    return redirect("monitor:ronde", gevonden.pk)


@_SCHRIJVEN
@voor_bureau
@met_ronde
def sluiten(request: HttpRequest, user: User, gevonden: Meetronde) -> HttpResponse:
    """Close the round; opened by its address it is the round."""
    if request.method == "POST":
        acties.sluit(ronde=gevonden.pk, door=user, op=timezone.now())
        messages.success(request, "De meetronde is gesloten.")
    return redirect("monitor:ronde", gevonden.pk)


def _gemaild(uitkomst: Herinnerd) -> str:
    """What came of it, in words."""
    delen = [f"{aantal(uitkomst.nieuw, 'mail staat', 'mails staan')} klaar in de uitgaande post"]
    if uitkomst.al_gemaild:
        delen.append(f"{aantal(uitkomst.al_gemaild, 'adviseur kreeg', 'adviseurs kregen')} vandaag al een mail")
    zin = f"{opsomming(delen)}."
    if uitkomst.zonder_adviseur:
        zin += f" Zonder adviseur om te mailen: {opsomming(uitkomst.zonder_adviseur)}."
    return zin[:1].upper() + zin[1:]
