"""Rules that putting back keeps, beyond those of the models: what the product's own forms ask."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from deelnemers.models import Deelnemer, Samenvoeging
from praktijken.begeleiding.forms import overlap
from praktijken.models import Adviseurschap, Deelname, Onderbreking, Praktijk


def geen(record: Any) -> None:
    """No rule of its own."""


def geen_overlap(record: Adviseurschap | Onderbreking) -> None:
    """Two periods of one adviser, or two breaks of one practice, share no day."""
    van_wie = Q(adviseur=record.adviseur_id) if isinstance(record, Adviseurschap) else Q()
    periode = overlap(record.vanaf, record.tot_en_met)
    anders: Any = type(record)._default_manager.filter(van_wie, periode, praktijk=record.praktijk_id)
    if anders.exclude(pk=record.pk).exists():
        raise ValidationError("Dan valt dit samen met een andere periode die er nu staat.")


def vragen_van_het_programma(record: Praktijk) -> None:
    """The questions a practice works on are its programme's."""
    if record.pk and record.prangende_vragen.exclude(programma=record.programma_id).exists():
        raise ValidationError("De prangende vragen horen dan bij een ander programma.")


def niets_van_wie_beschermd_is(record: Deelnemer | Deelname) -> None:
    """What a person had erased or restricted stays so; who went up in another record comes back by undoing."""
    persoon = record if isinstance(record, Deelnemer) else record.deelnemer
    if persoon.gewist_op is not None:
        raise ValidationError("Deze deelnemer is gewist. De gegevens komen niet terug.")
    if persoon.beperkt_op is not None:
        raise ValidationError("De gegevens van deze deelnemer zijn beperkt. Niemand mag ze nu wijzigen.")
    if Samenvoeging.objects.filter(verdween__id=persoon.pk, ongedaan_op=None).exists():
        raise ValidationError("Deze deelnemer is samengevoegd met een ander. Maak de samenvoeging ongedaan.")
