"""Send what is due: the worker looks every minute, and each person gets the link to a measurement once.

A plan is taken under a lock, and what came of it is stored with the mail in one transaction: a second worker, or one
that was killed, changes nothing. The file is made first, so that the link leads to a version that is there.
"""

import datetime
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from mantelzorg.models import Bericht, User
from mantelzorg.models.post import Poststand
from mantelzorg.post.klaarzetten import zet_klaar
from monitor.aanlevering.leveren import vraag
from monitor.models import (
    Levering,
    Leverstand,
    Meting,
    Overhandiging,
    Toegezonden,
    Toezending,
    Toezendmoment,
    Vaststelling,
)
from monitor.toezenden.post import brief, geldt_niet
from monitor.toezenden.wie import bezwaar

GEEN_ADRES = "Het e-mailadres van dit account is niet te gebruiken."


def verwerk(nu: datetime.datetime) -> int:
    """Put ready all that is due at `nu`, and write down what went out; how many people were looked at."""
    _schrijf_op()
    te_doen = Toezending.objects.filter(Q(niet_voor=None) | Q(niet_voor__lte=nu), ingetrokken_op=None)
    return sum(_verwerk(pk, nu) for pk in list(te_doen.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _verwerk(pk: int, nu: datetime.datetime) -> int:
    toezending = Toezending.objects.select_for_update(no_key=True).get(pk=pk)
    if toezending.ingetrokken_op is not None:
        return 0
    return sum(_van_meting(toezending, een, nu) for een in te_versturen(toezending))


def te_versturen(toezending: Toezending) -> QuerySet[Vaststelling]:
    """The fixed measurements whose link should go out by their state, sent or not."""
    geleverd = Meting.objects.openbaar_te_maken()
    rijen = Vaststelling.objects.filter(meting__in=geleverd).select_related("meting__programma").order_by("op", "pk")
    sinds = "op"
    if toezending.na == Toezendmoment.GEPUBLICEERD:
        rijen, sinds = rijen.annotate(openbaar=Min("publicaties__op")).exclude(openbaar=None), "openbaar"
    if toezending.meting_id is not None:
        return rijen.filter(meting=toezending.meting_id)
    van_programma = rijen.filter(meting__programma=toezending.programma_id, meting__voor_monitor=True)
    return van_programma.filter(**{f"{sinds}__gte": toezending.gemaakt_op})


def _van_meting(toezending: Toezending, vaststelling: Vaststelling, nu: datetime.datetime) -> int:
    """A plan for one measurement also reaches who is added to it later; one for a programme sends each just once."""
    gehad = set(toezending.toegezonden.filter(vaststelling=vaststelling).values_list("ontvanger", flat=True))
    if gehad and toezending.meting_id is None:
        return 0
    wachten = list(toezending.ontvangers.exclude(pk__in=gehad).order_by("pk"))
    if not wachten:
        return 0
    niet = geldt_niet(vaststelling)
    levering = None if niet else levering_voor(toezending, vaststelling, nu)
    if levering is None and not niet:
        return 0
    for ontvanger in wachten:
        _aan(toezending, vaststelling, ontvanger, levering, niet, nu)
    return len(wachten)


def levering_voor(toezending: Toezending, vaststelling: Vaststelling, nu: datetime.datetime) -> Levering | None:
    """The version that tells how the measurement stands; None while it is being made, or where that failed.

    It is asked for once: after a failure the office has one made, and then the link goes out.
    """
    sinds = vaststelling.staten.aggregate(laatst=Max("op"))["laatst"] or vaststelling.op
    leveringen = list(vaststelling.leveringen.defer("inhoud"))
    van_nu = [een for een in leveringen if een.gevraagd_op >= sinds]
    if not van_nu:
        inzending = uuid5(NAMESPACE_URL, f"toezending:{toezending.pk}:{vaststelling.pk}:{len(leveringen)}")
        vraag(vaststelling, inzending=inzending, door=toezending.gemaakt_door, op=nu)
    return next((een for een in van_nu if een.stand is Leverstand.KLAAR), None)


def _aan(
    toezending: Toezending,
    vaststelling: Vaststelling,
    ontvanger: User,
    levering: Levering | None,
    niet: str,
    nu: datetime.datetime,
) -> None:
    """A mail, or why there is none."""
    reden, bericht = niet or bezwaar(ontvanger, timezone.localdate(nu)), None
    if levering is not None and not reden:
        bericht = _klaargezet(toezending, levering, ontvanger)
        reden = "" if bericht else GEEN_ADRES
    Toegezonden.objects.create(
        toezending=toezending,
        vaststelling=vaststelling,
        ontvanger=ontvanger,
        op=nu,
        levering=levering,
        bericht=bericht,
        reden=reden,
    )


def _klaargezet(toezending: Toezending, levering: Levering, ontvanger: User) -> Bericht | None:
    try:
        return zet_klaar(brief(toezending, levering, ontvanger), door=None)
    except ValidationError:
        return None


def _schrijf_op() -> None:
    """Of each mail that went out, who has which version."""
    verstuurd = Toegezonden.objects.filter(bericht__stand=Poststand.VERSTUURD, overhandiging=None)
    for pk in list(verstuurd.values_list("pk", flat=True)):
        _overhandigd(pk)


@transaction.atomic
def _overhandigd(pk: int) -> None:
    een = Toegezonden.objects.select_for_update(of=("self",), no_key=True).select_related(
        "toezending__gemaakt_door", "ontvanger", "bericht"
    ).get(pk=pk)  # fmt: skip
    if een.overhandiging_id is not None or een.bericht is None or een.levering_id is None:
        return
    record = Overhandiging(
        levering_id=een.levering_id,
        aan=f"{een.ontvanger}, link per mail",
        op=timezone.localdate(een.bericht.verstuurd_op),
        door=een.toezending.gemaakt_door,
        inzending=uuid5(NAMESPACE_URL, f"toegezonden:{een.pk}"),
    )
    record._change_reason = "link verstuurd"  # type: ignore[attr-defined]  # read by simple-history
    record.save(force_insert=True)
    een.overhandiging = record
    een.save(update_fields=["overhandiging"])
