"""Who else uses the organisations and kinds of organisation that a file changes."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Q

from deelnemers.bladen import ORGANISATIES
from mantelzorg.bladen import Waarde
from mantelzorg.models import Programma
from praktijken.models import Deelname, Praktijkpartner
from praktijken.uitwisseling.lezen import Regel
from praktijken.uitwisseling.register import Register
from praktijken.uitwisseling.verslag import Meldingen, kort

GROEP = 5_000  # names in one query: databases limit how many they take


def andere_programmas(organisaties: Iterable[Waarde], typen: Iterable[Waarde], slug: str) -> set[str]:
    """Names of the programmes other than `slug` in which these organisations or kinds (by name) occur."""
    gevonden: set[str] = set()
    for groep in _groepen(organisaties):
        gevonden |= _programmas(Q(organisatie__naam__in=groep), Q(organisatie__naam__in=groep), slug)
    for groep in _groepen(typen):
        via = Q(organisatie__organisatietype__naam__in=groep)
        gevonden |= _programmas(via | Q(organisatietype__naam__in=groep), via, slug)
    return gevonden


def _programmas(van_deelnames: Q, van_partners: Q, slug: str) -> set[str]:
    deelnames = Deelname.objects.filter(van_deelnames)
    partners = Praktijkpartner.objects.filter(van_partners)
    programmas = Programma.objects.filter(
        Q(praktijken__in=deelnames.values("praktijk")) | Q(praktijken__in=partners.values("praktijk"))
    )
    return set(programmas.exclude(slug=slug).order_by().values_list("naam", flat=True).distinct())


def check_typen(
    register: Register, gewijzigd: Mapping[Waarde, int], deelnames: Iterable[Regel], meldingen: Meldingen
) -> None:
    """A participation outside the file, with a kind of its own, must not come to differ from its organisation's.

    `gewijzigd`: the changed organisations with their rows; `deelnames`: the rows of the file, checked by themselves.
    """
    in_bestand = {_sleutel(regel) for regel in deelnames} if gewijzigd else set()
    for groep in _groepen(gewijzigd):
        for naam, eigen, slug, *sleutel in _met_eigen_type(groep):
            nieuw = register.organisaties[naam].organisatietype
            hier = slug == register.slug and tuple(sleutel) in in_bestand
            if nieuw and eigen != nieuw and not hier:
                tekst = f"er zijn deelnames van {kort(naam)} met een ander eigen organisatietype; wijzig die eerst"
                meldingen.fout(ORGANISATIES.naam, gewijzigd[naam], "organisatietype", tekst)


def _met_eigen_type(organisaties: list[Waarde]) -> Iterator[tuple[str, ...]]:
    deelnames = Deelname.objects.filter(organisatie__naam__in=organisaties, organisatietype__isnull=False)
    velden = ("organisatie__naam", "organisatietype__naam", "praktijk__programma__slug")
    return deelnames.order_by().values_list(*velden, "deelnemer__nummer", "praktijk__code", "vanaf").iterator()


def _sleutel(regel: Regel) -> tuple[Waarde, ...]:
    return tuple(regel[kop] for kop in ("nummer", "praktijk", "vanaf") if kop in regel)


def _groepen(namen: Iterable[Waarde]) -> Iterator[list[Waarde]]:
    lijst = list(namen)
    for begin in range(0, len(lijst), GROEP):
        yield lijst[begin : begin + GROEP]
