"""What the page of lessons is asked for: words, and where to browse. All of it stands in the address."""

from dataclasses import dataclass
from typing import Any, Final, cast

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.text import Truncator

from deelnemers.models import Organisatietype
from mantelzorg.models import Programma, User
from praktijken.models import Experiment, Lesversie, Praktijk, PrangendeVraag, Thema
from praktijken.models.praktijk import Status

_VRAAG_TEKENS: Final = 80  # a question is a sentence; a choice in a list is a line
_UITKOMSTEN: Final = [
    (Status.AFGEROND.value, "afgerond"),
    (Status.VOORTIJDIG_GESTOPT.value, "voortijdig gestopt"),
    (Status.ACTIEF.value, "loopt nog"),
]
SOORTEN: Final = (("lessen", "Lessen"), ("opbrengsten", "Opbrengsten van experimenten"))

Keuzes = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingang:
    """A way to browse: the field, its name, and (value, label) of each choice."""

    sleutel: str
    naam: str
    keuzes: tuple[Any, ...]


class LesFilter(forms.Form):
    """Choices hold only what leads somewhere for this user."""

    zoek = forms.CharField(
        label="Zoeken",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text="In lessen en in wat experimenten opleverden.",
    )
    thema = forms.ChoiceField(label="Thema", required=False)
    vraag = forms.ChoiceField(label="Prangende vraag", required=False)
    organisatie = forms.ChoiceField(label="Soort organisatie", required=False)
    programma = forms.ChoiceField(label="Programma", required=False)
    uitkomst = forms.ChoiceField(label="Uitkomst", required=False, choices=[("", "Elke uitkomst"), *_UITKOMSTEN])
    soort = forms.ChoiceField(required=False, choices=[("", "alles"), *SOORTEN], widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, *, user: User) -> None:
        super().__init__(data, label_suffix="")
        lessen = Lesversie.objects.gedeeld_met(user)
        opbrengsten = opbrengsten_voor(user)
        for naam, keuzes in {
            "thema": [("", "Alle thema’s"), *_themas(lessen, opbrengsten)],
            "vraag": [("", "Alle prangende vragen"), *_vragen(lessen, opbrengsten)],
            "organisatie": [("", "Alle soorten"), *_organisatietypen(lessen, opbrengsten)],
            "programma": [("", "Alle programma’s"), *_programmas(lessen, opbrengsten)],
        }.items():
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101  # it stands above
            veld.choices = keuzes

    @property
    def gekozen(self) -> dict[str, str]:
        """What is asked, by field; nothing where a value is wrong."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde} if self.is_valid() else {}

    @property
    def bladeren(self) -> list[Ingang]:
        """Where to begin without a word to look for: themes, questions and kinds of organisation."""
        velden = [(naam, self.fields[naam]) for naam in ("thema", "vraag", "organisatie")]
        ingangen = [
            Ingang(sleutel=naam, naam=str(veld.label), keuzes=tuple(list(cast(Keuzes, veld.choices))[1:]))
            for naam, veld in velden
            if isinstance(veld, forms.ChoiceField)
        ]
        return [ingang for ingang in ingangen if ingang.keuzes]

    @property
    def gefilterd(self) -> bool:
        """Whether something narrows down what is shown."""
        return bool(self.gekozen.keys() - {"soort"})


def opbrengsten_voor(user: User) -> "Any":
    """Experiments that `user` may see and that brought something."""
    return Experiment.objects.zichtbaar_voor(user).exclude(opbrengst="")


def _themas(lessen: Any, opbrengsten: Any) -> Keuzes:
    vragen = opbrengsten.values("ontwerpvraag")
    gebruikt = Thema.objects.filter(
        Q(pk__in=lessen.values("themas")) | Q(pk__in=Thema.objects.filter(ontwerpvragen__in=vragen).values("pk"))
    )
    return [(str(pk), naam) for pk, naam in gebruikt.values_list("pk", "naam")]


def _vragen(lessen: Any, opbrengsten: Any) -> Keuzes:
    praktijken = opbrengsten.values("ontwerpvraag__praktijk")
    van_praktijken = PrangendeVraag.objects.filter(praktijken__in=praktijken).values("pk")
    gebruikt = PrangendeVraag.objects.filter(
        Q(pk__in=lessen.values("prangende_vragen")) | Q(pk__in=van_praktijken)
    ).order_by("programma__naam", "programma", "nummer")
    return [(str(vraag.pk), Truncator(str(vraag)).chars(_VRAAG_TEKENS)) for vraag in gebruikt]


def _organisatietypen(lessen: Any, opbrengsten: Any) -> Keuzes:
    praktijken = opbrengsten.values("ontwerpvraag__praktijk")
    van_partners = Organisatietype.objects.filter(organisaties__partnerschappen__praktijk__in=praktijken).values("pk")
    gebruikt = Organisatietype.objects.filter(Q(pk__in=lessen.values("organisatietypen")) | Q(pk__in=van_partners))
    return [(str(pk), naam) for pk, naam in gebruikt.values_list("pk", "naam")]


def _programmas(lessen: Any, opbrengsten: Any) -> Keuzes:
    gebruikt = Programma.objects.filter(
        Q(pk__in=lessen.values("les__praktijk__programma")) | Q(pk__in=opbrengsten.values("programma"))
    )
    return list(gebruikt.order_by("naam", "slug").values_list("slug", "naam"))


def gekozen_lessen(lessen: Any, gekozen: dict[str, str]) -> Any:
    """The shared lessons, with `uitkomst`, narrowed down by what was chosen."""
    voorwaarden = {
        "thema": "themas",
        "vraag": "prangende_vragen",
        "organisatie": "organisatietypen",
        "programma": "les__praktijk__programma__slug",
        "uitkomst": "uitkomst",
    }
    return lessen.filter(**{pad: gekozen[naam] for naam, pad in voorwaarden.items() if naam in gekozen})


def gekozen_opbrengsten(opbrengsten: Any, gekozen: dict[str, str]) -> Any:
    """The experiments, with `uitkomst`; by kind of organisation: of practices in which such a one works along."""
    voorwaarden = {
        "thema": "ontwerpvraag__themas",
        "vraag": "ontwerpvraag__praktijk__prangende_vragen",
        "programma": "programma__slug",
        "uitkomst": "uitkomst",
    }
    gefilterd = opbrengsten.filter(**{pad: gekozen[naam] for naam, pad in voorwaarden.items() if naam in gekozen})
    if soort := gekozen.get("organisatie"):
        met_soort = Praktijk.objects.filter(partners__organisatie__organisatietype=int(soort)).values("pk")
        gefilterd = gefilterd.filter(ontwerpvraag__praktijk__in=met_soort)
    return gefilterd
