"""Putting a record back to how a version had it: looked at first, then done at once or not at all, in turn.

Nothing is overwritten unseen and nothing leaves the history: going back is one more change. Done twice it changes
nothing the second time, for the record is as the version has it by then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import capfirst

from mantelzorg.geschiedenis.waarden import Versie, lijsten, lijstregels, naam_van, verschillen, verwezen
from mantelzorg.models import User
from mantelzorg.samenloop import Verschil, opgeslagen, vingerafdruk, zelfde
from mantelzorg.toegang import mag_alles
from praktijken.geschiedenis.namen import namen
from praktijken.geschiedenis.soorten import Soort
from praktijken.models import Praktijk

AL_ZO: Final = "Er is niets om terug te zetten: zo staat het nu al."
BOTST: Final = "Terugzetten kan niet: er staat intussen iets anders dat hiermee botst."


class NietToegestaan(Exception):
    """This user may not put this record back."""


class IntussenGewijzigd(Exception):
    """The record is no longer as the preview showed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What putting back would change. `nu`: the record as it stands, None for a removed one."""

    soort: Soort
    versie: Versie
    nu: Any | None
    velden: frozenset[str]
    """Names of fields and lists that this user may put back."""
    verschillen: list[Verschil]
    overgeslagen: list[str]
    """Labels of fields that differ and that this user does not put back."""
    afdruk: str
    naam: str

    @property
    def moment(self) -> str:
        """When the version was written, in words."""
        return moment(self.versie)


def moment(versie: Versie) -> str:
    """When a version was written, in words: to the minute."""
    return f"{timezone.localtime(versie.history_date):%d-%m-%Y %H:%M}"


def voorstel(soort: Soort, versie: Versie, user: User) -> Voorstel:
    """Raises NietToegestaan."""
    pk = getattr(versie, soort.sleutel)
    nu = soort.wijzigbaar(user).filter(pk=pk).first()
    if nu is None and not (mag_alles(user, soort.wijzigen) and _te_halen(soort, versie)):
        raise NietToegestaan
    dicht = frozenset() if mag_alles(user, soort.wijzigen) else soort.van_bureau
    mag = {veld.name for veld in _velden(soort)} - (dicht if nu is None else dicht | soort.nooit)
    zoals_nu = _zoals_nu(soort, nu)
    gelezen = namen([versie] if zoals_nu is None else [versie, zoals_nu], user)
    label = {str(capfirst(veld.verbose_name)): veld.name for veld in _velden(soort)}
    gelijk = {lijst.name for lijst in lijsten(soort.model) if nu and _al_zo(nu, versie, lijst)}
    anders = [een for een in verschillen(versie, zoals_nu, gelezen) if label[een.veld] not in gelijk]
    return Voorstel(
        soort=soort,
        versie=versie,
        nu=nu,
        velden=frozenset(mag),
        verschillen=[een for een in anders if label[een.veld] in mag],
        overgeslagen=[een.veld for een in anders if label[een.veld] not in mag],
        afdruk=vingerafdruk(opgeslagen(nu)) if nu is not None else "",
        naam=naam_van(versie, gelezen),
    )


def _te_halen(soort: Soort, versie: Versie) -> bool:
    """Whether the record is gone and this is how it stood last: an earlier version could lift what was asked since."""
    eigen = soort.model.history.filter(**{soort.sleutel: getattr(versie, soort.sleutel)})
    laatste = eigen.exclude(history_type="-").order_by("-history_date", "-history_id").first()
    weg = not soort.model._default_manager.filter(pk=getattr(versie, soort.sleutel)).exists()
    return soort.terug and weg and laatste is not None and bool(laatste.pk == versie.pk)


def _velden(soort: Soort) -> list[Any]:
    concreet = [veld for veld in soort.model._meta.concrete_fields if veld.editable and not veld.primary_key]
    return [*concreet, *lijsten(soort.model)]


def _zoals_nu(soort: Soort, nu: Any | None) -> Versie | None:
    """The last version: what stands, for every write leaves one."""
    if nu is None:
        return None
    versies = soort.model.history.filter(**{soort.sleutel: nu.pk}).prefetch_related(*lijstregels(soort.model))
    return versies.order_by("-history_date", "-history_id").first()


def _al_zo(nu: Any, versie: Versie, lijst: Any) -> bool:
    """Whether the list holds all of the version's that still exists, and nothing else."""
    return set(_bestaand(versie, lijst)) == set(getattr(nu, lijst.name).all())


def _bestaand(versie: Versie, lijst: Any) -> Any:
    return lijst.related_model._default_manager.filter(pk__in=verwezen(versie, lijst))


@transaction.atomic
def zet_terug(*, soort: Soort, versie: Versie, user: User, gezien: str, reden: str) -> bool:
    """Put the record back; False where it stands so already.

    NietToegestaan; IntussenGewijzigd where it is no longer as `gezien`; ValidationError, in Dutch, where it breaks a
    rule.
    """
    _wacht_op_beurt(soort, versie)
    plan = voorstel(soort, versie, user)
    if not plan.verschillen:
        return False
    if (plan.nu is not None or gezien) and not zelfde(plan.afdruk, gezien):
        raise IntussenGewijzigd
    waarom = f"teruggezet naar {plan.moment}: {reden}"
    _toets_verwijzingen(plan)
    try:
        with transaction.atomic():
            (_maak_opnieuw if plan.nu is None else _bewaar)(plan, waarom)
    except IntegrityError as fout:
        raise ValidationError(BOTST) from fout
    except ValidationError as fout:
        raise ValidationError(list(_in_woorden(soort, fout))) from fout
    return True


def _wacht_op_beurt(soort: Soort, versie: Versie) -> None:
    """Whoever writes this record waits, or periods of the same practice (`begeleiding.acties.beurt`)."""
    praktijk = getattr(versie, "praktijk_id", None)
    beurten: tuple[tuple[Any, Any], ...] = ((Praktijk, praktijk), (soort.model, getattr(versie, soort.sleutel)))
    for model, pk in beurten:
        model._default_manager.select_for_update(no_key=True).filter(pk=pk).values_list("pk").first()


def _toets_verwijzingen(plan: Voorstel) -> None:
    """What the version refers to must still stand; its own words, for those of Django name keys."""
    for veld in plan.soort.model._meta.concrete_fields:
        sleutel = getattr(plan.versie, veld.attname)
        te_zetten = plan.nu is None or veld.name in plan.velden
        if not veld.many_to_one or sleutel is None or not te_zetten:
            continue
        if not veld.related_model._default_manager.filter(pk=sleutel).exists():
            raise ValidationError(
                f"Dit hoorde bij iets dat er niet meer is ({veld.verbose_name}). Haal dat eerst terug."
            )


def _bewaar(plan: Voorstel, reden: str) -> None:
    """The fields that one may put back; lists and columns give one version together."""
    record: Any = plan.nu
    eigen_lijsten = [lijst for lijst in lijsten(plan.soort.model) if lijst.name in plan.velden]
    kolommen = plan.velden - {lijst.name for lijst in lijsten(plan.soort.model)}
    for veld in plan.soort.model._meta.concrete_fields:
        if veld.name in kolommen:
            setattr(record, veld.attname, getattr(plan.versie, veld.attname))
    record.skip_history_when_saving = True
    _vul_lijsten(record, plan.versie, eigen_lijsten)
    del record.skip_history_when_saving
    _toets(plan.soort, record)
    record._change_reason = reden
    record.save()


def _maak_opnieuw(plan: Voorstel, reden: str) -> None:
    """The same record again, with its own key."""
    record = plan.versie.instance
    record._state.adding = True
    _toets(plan.soort, record)
    record._change_reason = reden
    record.save(force_insert=True)
    _vul_lijsten(record, plan.versie, lijsten(plan.soort.model))


def _vul_lijsten(record: Any, versie: Versie, eigen_lijsten: list[Any]) -> None:
    """With what still exists of them."""
    for lijst in eigen_lijsten:
        getattr(record, lijst.name).set(_bestaand(versie, lijst))


def _toets(soort: Soort, record: Any) -> None:
    record.full_clean()
    soort.toets(record)


def _in_woorden(soort: Soort, fout: ValidationError) -> Iterator[str]:
    if not hasattr(fout, "error_dict"):
        yield from fout.messages
        return
    labels = {veld.name: str(capfirst(veld.verbose_name)) for veld in soort.model._meta.concrete_fields}
    for naam, meldingen in fout.message_dict.items():
        for melding in meldingen:
            yield melding if naam == NON_FIELD_ERRORS else f"{labels.get(naam, naam)}: {melding}"
