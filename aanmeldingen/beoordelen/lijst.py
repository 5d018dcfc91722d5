"""The applications of one call: what the address asks for, and each as a row, in a fixed number of queries."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from django import forms
from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils import timezone

from aanmeldingen.beoordelen.aanwezig import was_er
from aanmeldingen.beoordelen.wachtop import Signaal, Wachtop, signaal, wacht_op
from aanmeldingen.models import Aanmelding, Oproep, Plaatsstand
from aanmeldingen.plaatsen.lezen import wachtlijst
from aanmeldingen.stand import ZONDER_BESLUIT, Aanmeldstand
from mantelzorg.models import Gemeente, User

PER_PAGINA: Final = 50
_NIET: Final = ("volgorde",)
VOLGORDE: Final = (
    ("", "op nummer"),
    ("organisatie", "op naam van de organisatie"),
    ("langst", "langst zonder besluit eerst"),
    ("nieuwste", "nieuwste eerst"),
    ("medewerkers", "meeste medewerkers eerst"),
)
Rijen: TypeAlias = "QuerySet[Any]"


class Zoekformulier(forms.Form):
    """What the address may ask. Names of people are no search: they would stand in the address."""

    zoek = forms.CharField(
        label="Zoeken",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text="Naam van de organisatie, plaats, KvK-nummer of nummer van de aanmelding.",
    )
    stand = forms.ChoiceField(
        label="Stand", required=False, choices=[("", "Elke stand"), *((een.value, een.value) for een in Aanmeldstand)]
    )
    sector = forms.ChoiceField(label="Sector", required=False)
    provincie = forms.ChoiceField(label="Provincie", required=False)
    wacht_op = forms.ChoiceField(
        label="Wacht op", required=False, choices=[("", "Maakt niet uit"), *((een.value, een.value) for een in Wachtop)]
    )
    signaal = forms.ChoiceField(
        label="Signaal", required=False, choices=[("", "Met en zonder signaal"), *Signaal.choices]
    )
    volgorde = forms.ChoiceField(label="Volgorde", required=False, choices=VOLGORDE)

    def __init__(self, data: QueryDict, *, oproep: Oproep) -> None:
        super().__init__(data, label_suffix="")
        sectoren = oproep.oproepsectoren.values_list("sector__pk", "sector__naam")
        provincies = Gemeente.objects.exclude(provincie="").order_by("provincie").values_list("provincie", flat=True)
        self._kies("sector", [("", "Alle sectoren"), *((str(pk), naam) for pk, naam in sectoren)])
        self._kies("provincie", [("", "Alle provincies"), *((naam, naam) for naam in provincies.distinct())])

    def _kies(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # it stands above
        veld.choices = keuzes

    @property
    def gefilterd(self) -> bool:
        """Whether something narrows the list down."""
        return any(waarde for naam, waarde in self.cleaned_data.items() if naam not in _NIET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A line of the list. `rang`: 1.. for who waits for a place."""

    aanmelding: Any
    rang: int | None
    signalen: tuple[str, ...]


def gevonden(form: Zoekformulier, oproep: Oproep, user: User, nu: datetime.datetime) -> Rijen:
    """The applications that match, in order; nothing where a value is wrong. Drafts only where they are asked for."""
    rijen: Rijen = Aanmelding.objects.zichtbaar_voor(user).filter(oproep=oproep)
    if not form.is_valid():
        return rijen.none()
    vraag = form.cleaned_data
    rijen = met_merken(rijen, nu)
    rijen = rijen.filter(stand=vraag["stand"]) if vraag["stand"] else rijen.exclude(ingediend_op=None)
    for naam, pad in (("sector", "sector"), ("provincie", "gemeente__provincie"), ("wacht_op", "wacht_op")):
        if vraag[naam]:
            rijen = rijen.filter(**{pad: vraag[naam]})
    if vraag["signaal"]:
        rijen = rijen.filter(**{_merk(vraag["signaal"]): True})
    for woord in vraag["zoek"].split():
        rijen = rijen.filter(_waar(woord))
    geordend: Rijen = _geordend(rijen, vraag["volgorde"])
    return geordend.select_related("sector", "gemeente").prefetch_related("contactpersonen")


def met_merken(rijen: Rijen, nu: datetime.datetime) -> Rijen:
    """Each with its `stand`, `wacht_op`, whether a signal holds, and `bezocht`: somebody was at a meeting."""
    dag = timezone.localdate(nu)
    merken = {_merk(welk.value): _ja_nee(signaal(welk.value, dag, nu)) for welk in Signaal}
    alle: Any = rijen
    gemerkt: Rijen = alle.met_stand().annotate(wacht_op=wacht_op(), bezocht=was_er(), **merken)
    return gemerkt


def signalen_van(een: Any) -> tuple[str, ...]:
    """The signals of a row that came with its marks, in Dutch."""
    return tuple(welk.label for welk in Signaal if getattr(een, _merk(welk.value)))


def als_rijen(aanmeldingen: Iterable[Any], oproep: Oproep) -> list[Rij]:
    """Each with its rank and signals; one query for all ranks."""
    alle = list(aanmeldingen)
    rangen = _rangen(oproep) if any(een.plaatsstand == Plaatsstand.WACHT for een in alle) else {}
    return [Rij(aanmelding=een, rang=rangen.get(een.pk), signalen=signalen_van(een)) for een in alle]


def _rangen(oproep: Oproep) -> dict[int, int]:
    """Position among who wait for the same places, by application."""
    per_pot: Counter[int | None] = Counter()
    rangen = {}
    for aanmelding, pot in wachtlijst(oproep).values_list("aanmelding_id", "sector_id"):
        per_pot[pot] += 1
        rangen[aanmelding] = per_pot[pot]
    return rangen


def _merk(welk: str) -> str:
    return f"merk_{welk}"


def _ja_nee(voorwaarde: Any) -> Case:
    return Case(When(voorwaarde, then=Value(True)), default=Value(False), output_field=BooleanField())


def _waar(woord: str) -> Q:
    waar = Q(organisatie__icontains=woord) | Q(plaats__icontains=woord) | Q(kvk=woord)
    return waar | Q(nummer=int(woord)) if woord.isascii() and woord.isdigit() and len(woord) < 9 else waar


def _geordend(rijen: Rijen, volgorde: str) -> Rijen:
    match volgorde:
        case "organisatie":
            return rijen.order_by(Lower("organisatie"), "pk")
        case "nieuwste":
            return rijen.order_by(F("ingediend_op").desc(nulls_last=True), "-pk")
        case "medewerkers":
            return rijen.order_by(F("medewerkers").desc(nulls_last=True), "nummer", "pk")
        case "langst":
            open_ = _ja_nee(Q(stand__in=[woord.value for woord in ZONDER_BESLUIT]))
            met_open: Rijen = rijen.annotate(zonder_besluit=open_)
            return met_open.order_by("-zonder_besluit", "ingediend_op", "pk")
        case _:
            return rijen.order_by(F("nummer").asc(nulls_last=True), "pk")
