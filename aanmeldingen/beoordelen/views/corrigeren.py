"""The office puts right what an applicant sent in, or withdraws it for them: always with a reason."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from aanmeldingen.beoordelen.delen import intrek_deel
from aanmeldingen.beoordelen.forms import RedenForm
from aanmeldingen.beoordelen.toegang import aanmelding_van, voor_beoordelaars
from aanmeldingen.beoordelen.views.deel import klaar, toon
from aanmeldingen.formulier.bewaren import FORMULIEREN, bewaar_stap, stapform
from aanmeldingen.formulier.forms.basis import Stapform
from aanmeldingen.formulier.intrekken import AlToegelaten, trek_in
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.models import Aanmelding
from mantelzorg.models import User
from mantelzorg.samenloop import VELDNAAM

AL_PRAKTIJK = "Deze aanmelding is al een praktijk geworden. Beëindig dan de praktijk."


@voor_beoordelaars
def corrigeren(request: HttpRequest, user: User, pk: int, stap: str) -> HttpResponse:
    """One step of the form, as the applicant has it; stored as a next version, which the applicant gets by mail."""
    een = _lopende(user, pk)
    if stap not in FORMULIEREN:
        raise Http404
    reden = RedenForm(request.POST or None)
    form = _vul_in(request, user, een, stap, reden)
    if form is None:
        return klaar(request, een, "De wijziging is bewaard. De aanmelder krijgt een mail.", "ingestuurd")
    context = {"aanmelding": een, "form": form, "reden": reden, "stap": Stap(stap), "veldnaam": VELDNAAM}
    return render(request, "aanmeldingen/beoordelen/corrigeren.html", context)


def _vul_in(request: HttpRequest, user: User, een: Aanmelding, stap: str, reden: RedenForm) -> Stapform | None:
    """The form to show; None where what was filled in is stored."""
    nu = timezone.now()
    if request.method != "POST":
        return stapform(een, stap, nu=nu)
    if not reden.is_valid():
        return stapform(een, stap, nu=nu, data=request.POST)
    waarom = reden.cleaned_data["reden"]
    form, bewaard = bewaar_stap(aanmelding=een.pk, stap=stap, data=request.POST, nu=nu, door=user, reden=waarom)
    return None if bewaard else form


@voor_beoordelaars
def intrekken(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Withdraw it for an applicant who asks for that; its place comes free."""
    een = _lopende(user, pk)
    deel = intrek_deel(een, user, request.POST or None)
    if deel.form.is_valid():
        try:
            trek_in(aanmelding=pk, reden=deel.form.cleaned_data["reden"], door=user, op=timezone.now())
        except AlToegelaten:
            deel.form.add_error(None, AL_PRAKTIJK)
        else:
            return klaar(request, een, "De aanmelding is ingetrokken. De aanmelder krijgt een mail.", "verloop")
    return toon(request, een, deel)


def _lopende(user: User, pk: int) -> Aanmelding:
    """An application that was sent in and not withdrawn; else there is no such page."""
    een = aanmelding_van(user, pk)
    if een.ingediend_op is None or een.ingetrokken_op is not None:
        raise Http404
    return een
