"""Who on the list is which participant: found for certain, perhaps, or new. Nothing is written here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Prefetch, Q

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from praktijken.models import Deelname, Sessie
from praktijken.register.dubbelen import Gezocht, delen, vergelijk, woorden
from praktijken.sessies.aanwezigheid import lopend
from praktijken.sessies.presentielijst.lezen import Regel

_VAN_PRAKTIJK = 2_000  # people compared with each line
_VAN_PROGRAMMA = 500  # people elsewhere in the programme, a bundle of lines
_BUNDEL = 50  # lines in one query
_AANGEBODEN = 5
_ZELFDE_NAAM = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """A participant who may be the one on the list; `doet_mee`: in a practice of the session, on its day."""

    deelnemer: Deelnemer
    organisaties: tuple[str, ...]
    waarom: str
    score: int
    doet_mee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """A line with those it may be, the likeliest first; `zeker` is the one it must be, if any."""

    regel: Regel
    kandidaten: tuple[Kandidaat, ...]
    zeker: Kandidaat | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bekende:
    """A participant as it is compared. `gelijk`: the name without accents, case and punctuation."""

    deelnemer: Deelnemer
    organisaties: tuple[str, ...]
    gelijk: str
    doet_mee: bool


def koppel(regels: Sequence[Regel], sessie: Sessie, user: User) -> list[Koppeling]:
    """Each line with the participants of the programme it may be, as far as `user` may see their names."""
    meedoend = set(lopend(sessie).values_list("deelnemer", flat=True))
    bekenden = list(_bekenden(user, sessie, Q(deelnames__praktijk__sessies=sessie), meedoend, _VAN_PRAKTIJK))
    eerst = [_koppeling(regel, bekenden) for regel in regels]
    open_regels = [een.regel for een in eerst if een.zeker is None]
    al = {bekende.deelnemer.pk for bekende in bekenden}
    for begin in range(0, len(open_regels), _BUNDEL):
        vraag = _zoekvraag(open_regels[begin : begin + _BUNDEL])
        for ander in _bekenden(user, sessie, vraag, meedoend, _VAN_PROGRAMMA):
            if ander.deelnemer.pk not in al:
                al.add(ander.deelnemer.pk)
                bekenden.append(ander)
    return [een if een.zeker else _koppeling(een.regel, bekenden) for een in eerst]


def _bekenden(user: User, sessie: Sessie, vraag: Q, meedoend: set[int], meeste: int) -> Iterator[_Bekende]:
    binnen = Deelnemer.objects.filter(vraag, programma=sessie.programma_id).values("pk")
    deelnames = Deelname.objects.zichtbaar_voor(user).exclude(organisatie=None).select_related("organisatie")
    met_organisatie = Prefetch("deelnames", deelnames, to_attr="met_organisatie")
    zichtbaar = Deelnemer.objects.zichtbaar_voor(user).filter(pk__in=binnen).prefetch_related(met_organisatie)
    for een in zichtbaar.order_by("-pk")[:meeste]:
        yield _Bekende(
            deelnemer=een,
            organisaties=tuple(sorted({str(deelname.organisatie) for deelname in een.met_organisatie})),  # type: ignore[attr-defined]  # prefetched
            gelijk=" ".join(woorden(een.naam)),
            doet_mee=een.pk in meedoend,
        )


def _zoekvraag(regels: Iterable[Regel]) -> Q:
    """People elsewhere in the programme whose name has a piece of one on the list, or the same address."""
    stukken = {deel for regel in regels for deel in delen(regel.naam)}
    adressen = {regel.email for regel in regels if regel.email}
    return reduce(or_, [Q(naam__icontains=stuk) for stuk in sorted(stukken)], Q(email__in=adressen))


def _koppeling(regel: Regel, bekenden: Iterable[_Bekende]) -> Koppeling:
    gevonden = [kandidaat for bekende in bekenden if (kandidaat := _kandidaat(regel, bekende))]
    beste = sorted(gevonden, key=lambda een: (-een.doet_mee, -een.score, een.deelnemer.pk))
    return Koppeling(regel=regel, kandidaten=tuple(beste[:_AANGEBODEN]), zeker=_zeker(regel, gevonden))


def _kandidaat(regel: Regel, bekende: _Bekende) -> Kandidaat | None:
    zelfde_adres = bool(regel.email) and regel.email == bekende.deelnemer.email.casefold()
    score, waarom = 0, ""
    if zelfde_adres or _kan_lijken(regel, bekende):
        gezocht = Gezocht(naam=regel.naam, organisatie=regel.organisatie, email=regel.email)
        score, waarom = vergelijk(gezocht, bekende.deelnemer.naam, bekende.organisaties, bekende.deelnemer.email)
    if not score and not zelfde_adres:
        return None
    return Kandidaat(
        deelnemer=bekende.deelnemer,
        organisaties=bekende.organisaties,
        waarom=waarom or "zelfde e-mailadres",
        score=score,
        doet_mee=bekende.doet_mee,
    )


def _kan_lijken(regel: Regel, bekende: _Bekende) -> bool:
    """A quick look before names are compared letter by letter: a piece of the longest word stands in both."""
    eigen = " ".join(woorden(regel.naam))
    return any(deel in bekende.gelijk for deel in delen(eigen)) or any(deel in eigen for deel in delen(bekende.gelijk))


def _zeker(regel: Regel, kandidaten: Iterable[Kandidaat]) -> Kandidaat | None:
    """The only one it can be. A shared address alone says nothing where a name is given: couples have one."""
    genoemd = [een for een in kandidaten if _past(regel, een)]
    meedoend = [een for een in genoemd if een.doet_mee]
    if len(meedoend) == 1:
        return meedoend[0]
    met_adres = [een for een in genoemd if regel.email and een.deelnemer.email.casefold() == regel.email]
    return met_adres[0] if not meedoend and len(genoemd) == len(met_adres) == 1 else None


def _past(regel: Regel, kandidaat: Kandidaat) -> bool:
    zelfde_adres = bool(regel.email) and kandidaat.deelnemer.email.casefold() == regel.email
    if not regel.naam:
        return zelfde_adres
    return kandidaat.score >= _ZELFDE_NAAM or (zelfde_adres and kandidaat.score > 0)
