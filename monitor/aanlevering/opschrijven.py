"""Write down who received a delivery, and what was asked about a measurement: once, and never over somebody else's."""

from typing import Any

from django.db import transaction

from mantelzorg.models import User
from mantelzorg.samenloop import verschillen, zelfde
from monitor.aanlevering.forms import NavraagForm, OverhandigingForm, afdruk
from monitor.models import Meting


@transaction.atomic
def bewaar(form: OverhandigingForm | NavraagForm, *, meting: int, door: User) -> bool:
    """Keep what the form holds; False where it holds errors. The same form a second time changes nothing."""
    Meting.objects.select_for_update(no_key=True).values_list("pk").get(pk=meting)
    if not form.is_valid():
        return False
    return _voeg_toe(form, door) if form.nieuw else _wijzig(form)


def _voeg_toe(form: OverhandigingForm | NavraagForm, door: User) -> bool:
    record: Any = form.instance
    inzending = form.cleaned_data["inzending"]
    if inzending is None:
        form.add_error(None, "Het formulier is niet volledig aangekomen. Verstuur het opnieuw.")
        return False
    if not type(record).objects.filter(inzending=inzending).exists():
        record.inzending, record.door = inzending, door
        record._change_reason = "vastgelegd"
        form.save()
    return True


def _wijzig(form: OverhandigingForm | NavraagForm) -> bool:
    record: Any = form.instance
    nu = type(record).objects.get(pk=record.pk)
    anders = [naam for naam in form.Meta.fields if getattr(nu, naam) != getattr(record, naam)]
    if not anders:
        return True
    if not zelfde(form.gezien, afdruk(nu)):
        _meld_botsing(form, nu)
        return False
    record._change_reason = "gewijzigd"
    record.save(update_fields=anders)
    return True


def _meld_botsing(form: OverhandigingForm | NavraagForm, nu: Any) -> None:
    """Show both versions; who sends it again chooses the one in the form."""
    form.botsing, form.gezien = True, afdruk(nu)
    ander = type(form)(form.data, instance=nu, vandaag=form.vandaag)
    form.add_error(None, "Iemand anders heeft dit intussen gewijzigd. Klopt wat u invulde nog? Bewaar dan opnieuw.")
    for verschil in verschillen(ander):
        form.add_error(None, f"{verschil.veld}: nu staat er ‘{verschil.nu}’, u vulde in ‘{verschil.ingevuld}’.")
