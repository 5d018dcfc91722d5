"""The page with the form: new, corrected, or after somebody else was first."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.samenloop import verschillen
from praktijken.avg.aanwijzen import Aanwijzing
from praktijken.models import Experiment, Voortgang
from praktijken.voortgang.acties import versies
from praktijken.voortgang.bewaren import bewaarsleutel
from praktijken.voortgang.forms import VoortgangFormulier
from praktijken.voortgang.invoer import Invoer


def toon_formulier(
    request: HttpRequest,
    formulier: VoortgangFormulier,
    *,
    experiment: Experiment,
    laatste: Voortgang | None = None,
    keten: list[Voortgang] | None = None,
    gemerkt: list[Aanwijzing] | None = None,
) -> HttpResponse:
    """The form as it is. `laatste`: the entry before a new one; `keten`: the versions of the one to correct.

    `gemerkt`: what looks like personal data, asked about once where no script could point it out.

    Nothing was stored when it comes back with errors, so it gets a key of its own again.
    """
    context = {
        "formulier": formulier,
        "experiment": experiment,
        "praktijk": experiment.ontwerpvraag.praktijk,
        "laatste": laatste,
        "let_op": gemerkt,
        "verbeterd": keten[-1] if keten else None,
        "adres": _verbeteradres(keten[-1]) if keten else request.get_full_path(),
        "inzending": uuid4(),
        "bewaarsleutel": _sleutel(request, keten, experiment),
    }
    return render(request, "praktijken/voortgang/formulier.html", context)


def toon_botsing(request: HttpRequest, nieuwste: Voortgang, formulier: VoortgangFormulier) -> HttpResponse:
    """What is stored by now beside what was typed: the writer keeps one of them."""
    keten = versies(nieuwste)
    experiment = Experiment.objects.select_related("ontwerpvraag__praktijk").get(pk=nieuwste.experiment_id)
    naast_elkaar = VoortgangFormulier(request.POST, vandaag=vandaag(), begin=Invoer.van(nieuwste))
    context = {
        "formulier": naast_elkaar,
        "experiment": experiment,
        "praktijk": experiment.ontwerpvraag.praktijk,
        "verbeterd": nieuwste,
        "verschillen": verschillen(naast_elkaar),
        "bijlage_kwijt": formulier.cleaned_data["bijlage"] is not None,
        "adres": _verbeteradres(nieuwste),
        "inzending": uuid4(),
        "bewaarsleutel": _sleutel(request, keten, experiment),
    }
    return render(request, "praktijken/voortgang/formulier.html", context)


def _verbeteradres(voortgang: Voortgang) -> str:
    return reverse("praktijken:voortgang-verbeteren", args=[voortgang.pk])


def _sleutel(request: HttpRequest, keten: list[Voortgang] | None, experiment: Experiment) -> str:
    """The same for all versions of an entry: what is typed survives a colleague's correction."""
    if not isinstance(request.user, User):
        raise TypeError("only who is logged in gets this page")
    nieuw = f"{reverse('praktijken:voortgang-nieuw')}?experiment={experiment.pk}"
    return bewaarsleutel(request.user, _verbeteradres(keten[0]) if keten else nieuw)
