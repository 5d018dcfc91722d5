"""Search through everything one may see. Each kind goes through its own `zichtbaar_voor`; names of people last."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.text import Truncator

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht, mag, mag_alles
from praktijken.leren.zoekvector import LES
from praktijken.leren.zoekvector import gevonden as gevonden_met_woorden
from praktijken.models import (
    Deelname,
    Experiment,
    Lesversie,
    Ontwerpvraag,
    Praktijk,
    Praktijkpartner,
    Thema,
)

PER_SOORT, MEER = 10, 100
_TEKENS = 160
_PRAKTIJKEN_ERBIJ = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """Something found. `bij`: where it belongs; `adres` is empty where it has no page of its own."""

    titel: str
    adres: str
    bij: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """What was found of one kind; `meer` tells that there is more than is shown."""

    sleutel: str
    naam: str
    treffers: tuple[Treffer, ...]
    meer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A kind of record that can be found, and the right without which nobody looks for it."""

    sleutel: str
    naam: str
    zoek: Callable[[User, list[str], int], Iterable[Treffer]]
    recht: Recht = Recht.PRAKTIJKEN_ZIEN


def zoek_alles(user: User, tekst: str, alleen: str = "") -> list[Groep]:
    """What `user` may see that holds every word of `tekst`: ten a kind, or a hundred of the kind `alleen`."""
    woorden = tekst.split()
    soorten = [soort for soort in SOORTEN if mag(user, soort.recht) and alleen in ("", soort.sleutel)]
    groepen = [_groep(soort, user, woorden, MEER if alleen else PER_SOORT) for soort in soorten]
    return [groep for groep in groepen if groep.treffers]


def _groep(soort: Soort, user: User, woorden: list[str], hoogstens: int) -> Groep:
    treffers = tuple(soort.zoek(user, woorden, hoogstens + 1))
    return Groep(sleutel=soort.sleutel, naam=soort.naam, treffers=treffers[:hoogstens], meer=len(treffers) > hoogstens)


def _bevat(woorden: list[str], *velden: str) -> Q:
    """Every word stands in one of the fields, in any case."""
    per_woord = (reduce(or_, (Q(**{f"{veld}__icontains": woord}) for veld in velden)) for woord in woorden)
    return reduce(and_, per_woord)


def _kort(tekst: str) -> str:
    return Truncator(tekst).chars(_TEKENS)


def _pagina(praktijk: Praktijk, anker: str = "") -> str:
    return reverse("praktijken:praktijk", args=[praktijk.pk]) + anker


def _praktijken(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    gevonden = Praktijk.objects.zichtbaar_voor(user).filter(_bevat(woorden, "naam", "code", "kernthema"))
    for praktijk in gevonden.select_related("programma").order_by(Lower("naam"), "pk")[:hoogstens]:
        yield Treffer(titel=str(praktijk), adres=_pagina(praktijk), bij=_kort(praktijk.kernthema))


def _ontwerpvragen(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    gevonden = Ontwerpvraag.objects.zichtbaar_voor(user).filter(_bevat(woorden, "vraag"))
    for vraag in gevonden.select_related("praktijk").order_by(Lower("praktijk__naam"), "nummer", "pk")[:hoogstens]:
        yield Treffer(
            titel=_kort(vraag.vraag), adres=_pagina(vraag.praktijk, f"#vraag-{vraag.pk}"), bij=str(vraag.praktijk)
        )


def _experimenten(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    gevonden = Experiment.objects.zichtbaar_voor(user).filter(
        _bevat(woorden, "code", "naam", "verwachting", "opbrengst")
    )
    for experiment in gevonden.select_related("ontwerpvraag__praktijk").order_by(Lower("code"), "pk")[:hoogstens]:
        praktijk = experiment.ontwerpvraag.praktijk
        adres = _pagina(praktijk, f"#experiment-{experiment.pk}")
        yield Treffer(titel=str(experiment), adres=adres, bij=str(praktijk))


def _lessen(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    """What is shared, in every programme, nearest first; by Dutch stems on PostgreSQL."""
    gedeeld = gevonden_met_woorden(Lesversie.objects.gedeeld_met(user), LES, " ".join(woorden), "-gedeeld_op", "-pk")
    for versie in gedeeld.select_related("les__praktijk")[:hoogstens]:
        adres = reverse("praktijken:les", args=[versie.les_id])
        yield Treffer(titel=_kort(versie.titel), adres=adres, bij=str(versie.les.praktijk))


def _organisaties(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    """An adviser or analyst finds what works along in practices they may see, or who people they may see come from."""
    partners = Praktijkpartner.objects.zichtbaar_voor(user)
    gevonden = Organisatie.objects.filter(_bevat(woorden, "naam"))
    if not mag_alles(user, Recht.REGISTERS_WIJZIGEN):
        deelnames = Deelname.objects.zichtbaar_voor(user)
        gevonden = gevonden.filter(
            Exists(partners.filter(organisatie=OuterRef("pk"))) | Exists(deelnames.filter(organisatie=OuterRef("pk")))
        )
    erbij = Prefetch("partnerschappen", partners.select_related("praktijk").order_by("praktijk__naam", "pk"))
    for organisatie in gevonden.prefetch_related(erbij).order_by(Lower("naam"), "pk")[:hoogstens]:
        praktijken = list(dict.fromkeys(partner.praktijk for partner in organisatie.partnerschappen.all()))
        adres = _pagina(praktijken[0]) if praktijken else ""
        yield Treffer(titel=organisatie.naam, adres=adres, bij=_namen(praktijken))


def _themas(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    zichtbaar = Ontwerpvraag.objects.zichtbaar_voor(user).filter(themas=OuterRef("pk"))
    for thema in Thema.objects.filter(_bevat(woorden, "naam"), Exists(zichtbaar)).order_by(Lower("naam"))[:hoogstens]:
        yield Treffer(titel=thema.naam, adres=f"{reverse('praktijken:lijst')}?thema={thema.pk}", bij="")


def _programmas(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    """A programme leads to its practices; one without any that can be seen leads nowhere."""
    praktijken = Praktijk.objects.zichtbaar_voor(user).filter(programma=OuterRef("pk"))
    zichtbaar = Programma.objects.zichtbaar_voor(user, Recht.PRAKTIJKEN_ZIEN).filter(_bevat(woorden, "naam", "slug"))
    met_gevuld = zichtbaar.annotate(gevuld=Exists(praktijken)).order_by(Lower("naam"), "pk")
    for naam, slug, gevuld in met_gevuld.values_list("naam", "slug", "gevuld")[:hoogstens]:
        adres = f"{reverse('praktijken:lijst')}?{urlencode({'programma': slug})}" if gevuld else ""
        yield Treffer(titel=naam, adres=adres, bij="" if adres else "nog geen praktijken")


def _deelnemers(user: User, woorden: list[str], hoogstens: int) -> Iterator[Treffer]:
    deelnames = Deelname.objects.zichtbaar_voor(user).select_related("praktijk").order_by("vanaf", "pk")
    gevonden = Deelnemer.objects.zichtbaar_voor(user).filter(_bevat(woorden, "naam", "nummer"))
    met_deelnames = gevonden.prefetch_related(Prefetch("deelnames", deelnames))
    for persoon in met_deelnames.order_by(Lower("naam"), "nummer", "pk")[:hoogstens]:
        praktijken = list(dict.fromkeys(deelname.praktijk for deelname in persoon.deelnames.all()))
        adres = reverse("praktijken:deelnemer", args=[persoon.pk])
        yield Treffer(titel=str(persoon), adres=adres, bij=_namen(praktijken))


def _namen(praktijken: list[Praktijk]) -> str:
    namen = ", ".join(praktijk.naam for praktijk in praktijken[:_PRAKTIJKEN_ERBIJ])
    return f"{namen} en andere" if len(praktijken) > _PRAKTIJKEN_ERBIJ else namen


SOORTEN = (
    Soort(sleutel="praktijken", naam="Praktijken", zoek=_praktijken),
    Soort(sleutel="ontwerpvragen", naam="Ontwerpvragen", zoek=_ontwerpvragen),
    Soort(sleutel="experimenten", naam="Experimenten", zoek=_experimenten),
    Soort(sleutel="lessen", naam="Lessen", zoek=_lessen),
    Soort(sleutel="organisaties", naam="Organisaties", zoek=_organisaties),
    Soort(sleutel="themas", naam="Thema’s", zoek=_themas),
    Soort(sleutel="programmas", naam="Programma’s", zoek=_programmas),
    Soort(sleutel="deelnemers", naam="Deelnemers", zoek=_deelnemers, recht=Recht.PERSONEN_ZIEN),
)
"""In the order of the page."""
