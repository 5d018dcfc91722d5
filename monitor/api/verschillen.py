"""Why figures differ between two measurements, or between a measurement and the records as they are now.

Persons stand in it as counts alone, whoever asks: their names are for the page. Without Last-Modified: that a counted
person was erased is kept nowhere with a time.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from monitor.api.basis import ApiView
from monitor.api.problemen import OnjuisteParameters
from monitor.api.velden import GROOTSTE_SLEUTEL, NUMMER
from monitor.api.verschilvormen import VERSCHILLEN
from monitor.feiten import Deelnemerfeit
from monitor.models import Meting
from monitor.verschil import keuze
from monitor.verschil.inzage import Inzage
from monitor.verschil.rapport import Deel, Kant, Regel, Verschil

NAAR: Final = rf"^([1-9][0-9]{{0,18}}|{keuze.VANDAAG}|{keuze.ZELFDE_DAG})$"
_ONJUIST: Final = f"is het id van een meting, {keuze.VANDAAG} of {keuze.ZELFDE_DAG}."


@extend_schema(
    summary="Verschillen",
    description="Waarom cijfers van een vastgestelde meting anders zijn dan die van een andere, of dan nu: van elk "
    "cijfer de onderdelen, die precies optellen. De vroegste van de twee staat altijd in `van`.",
    parameters=[
        NUMMER,
        OpenApiParameter(
            "naar", {"type": "string", "pattern": NAAR, "default": keuze.VANDAAG},
            description="Waarmee: het `id` van een meting van hetzelfde programma, `vandaag` (de administratie van nu, "
            "op vandaag) of `zelfde-dag` (de administratie van nu, op de peildatum van de meting).",
        ),
        OpenApiParameter("figuur", str, description="Alleen dit cijfer, zoals `praktijken.opgestart`."),
    ],
    responses={200: VERSCHILLEN},
)  # fmt: skip
class Verschillen(ApiView):
    """`GET /api/v1/metingen/<id>/verschillen?naar=…&figuur=…`."""

    recht = Recht.METINGEN_ZIEN
    parameters = ("naar", "figuur")

    def get(self, request: Request, pk: int) -> Response:
        naar, figuur = _lees(request)
        nu = timezone.now()
        gekozen = _kies(request, pk, naar)
        gelezen = keuze.lees(gekozen, nu)
        regels = [een for een in gelezen.regels if figuur in (None, een.figuur.sleutel[0])]
        delen = [gelezen.delen(een.figuur.sleutel) for een in regels]
        inzage = Inzage(gelezen, _zonder_personen(delen), _wie(request))
        van, dan = _metingen(gekozen, gelezen, nu)
        return Response(
            {
                "van": _kant(gelezen.van, van),
                "naar": _kant(gelezen.naar, dan),
                "verschillen": [
                    _verschil(gelezen, regel, eigen, inzage) for regel, eigen in zip(regels, delen, strict=True)
                ],
            }
        )


def _wie(request: Request) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _lees(request: Request) -> tuple[str, str | None]:
    """What to compare with, and which figure (None: all); raises OnjuisteParameters."""
    naar, figuur = request.query_params.get("naar", keuze.VANDAAG), request.query_params.get("figuur")
    redenen = {} if re.fullmatch(NAAR, naar, re.ASCII) else {"naar": _ONJUIST}
    redenen |= {"figuur": "is leeg."} if figuur == "" else {}
    if redenen:
        raise OnjuisteParameters(redenen)
    return naar, figuur


def _kies(request: Request, pk: int, naar: str) -> keuze.Keuze:
    """Both sides; Http404 where one is not fixed, not to be seen, or of something else. Two queries."""
    sleutels = {pk, int(naar)} if naar.isdigit() else {pk}
    if max(sleutels) > GROOTSTE_SLEUTEL:
        raise Http404
    rijen = Meting.objects.zichtbaar_voor(request.user).vastgesteld().filter(pk__in=sleutels)
    gevonden = list(rijen.select_related("vaststelling", "programma").prefetch_related("vaststelling__staten"))
    if len(gevonden) < len(sleutels) or len({(een.programma_id, een.indicator) for een in gevonden}) > 1:
        raise Http404
    gekozen = keuze.kies(gevonden, str(pk), naar, vandaag())
    if gekozen is None:
        raise Http404
    return gekozen


def _zonder_personen(delen: Iterable[Iterable[Deel]]) -> list[Any]:
    alle = (een for eigen in delen for deel in eigen for een in deel.bijdragen)
    return [een for een in alle if not isinstance(een.feit, Deelnemerfeit)]


def _metingen(gekozen: keuze.Keuze, gelezen: Verschil, nu: Any) -> tuple[int | None, int | None]:
    """The keys of the measurements on both sides; None: the records as they are now."""
    if gekozen.naar is not None:
        return gekozen.van.pk, gekozen.naar.pk
    nu_eerst = gelezen.van.telling.bekend_op == nu
    return (None, gekozen.van.pk) if nu_eerst else (gekozen.van.pk, None)


def _kant(kant: Kant, meting: int | None) -> dict[str, object]:
    peildatum = kant.telling.peildatum.isoformat()
    return {"meting": meting, "naam": kant.naam, "peildatum": peildatum, "nvt": kant.nvt}


def _verschil(gelezen: Verschil, regel: Regel, delen: Iterable[Deel], inzage: Inzage) -> dict[str, object]:
    figuur, sleutel = regel.figuur.sleutel
    return {
        "figuur": figuur,
        "sleutel": sleutel,
        "naam": regel.figuur.heel,
        "van": None if gelezen.van.nvt else regel.van,
        "naar": None if gelezen.naar.nvt else regel.naar,
        "verschil": regel.verschil,
        "zin": gelezen.zin(regel),
        "delen": [_deel(een, inzage) for een in delen],
    }


def _deel(deel: Deel, inzage: Inzage) -> dict[str, object]:
    records = list(_records(deel, inzage))
    return {
        "oorzaak": deel.oorzaak.value,
        "erbij": deel.erbij,
        "eraf": deel.eraf,
        "saldo": deel.saldo,
        "records": records,
        "niet_getoond": len(deel.bijdragen) - len(records),
    }


def _records(deel: Deel, inzage: Inzage) -> Iterable[dict[str, object]]:
    for een in deel.bijdragen:
        record = None if isinstance(een.feit, Deelnemerfeit) else inzage.record(een.feit)
        if record is not None:
            soort, sleutel = een.record
            wat = {"soort": soort, "sleutel": sleutel, "naam": record.tekst, "toelichting": record.bij}
            yield wat | {"bij": een.bij}
