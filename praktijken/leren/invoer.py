"""What somebody writes down as a lesson, and what is filled in beforehand."""

from dataclasses import dataclass

from praktijken.models import Experiment, Lesversie, Praktijk, Voortgang


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesinvoer:
    """The fields of a version; lists by key. Only the title is needed for a draft."""

    titel: str = ""
    situatie: str = ""
    opbrengst: str = ""
    advies: str = ""
    themas: frozenset[int] = frozenset()
    prangende_vragen: frozenset[int] = frozenset()
    organisatietypen: frozenset[int] = frozenset()

    @classmethod
    def van(cls, versie: Lesversie) -> "Lesinvoer":
        """What stands in a version."""
        return cls(
            titel=versie.titel,
            situatie=versie.situatie,
            opbrengst=versie.opbrengst,
            advies=versie.advies,
            themas=frozenset(thema.pk for thema in versie.themas.all()),
            prangende_vragen=frozenset(vraag.pk for vraag in versie.prangende_vragen.all()),
            organisatietypen=frozenset(soort.pk for soort in versie.organisatietypen.all()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanleiding:
    """What a new lesson comes from: the practice as a whole, an experiment, or an entry of its progress."""

    praktijk: Praktijk
    experiment: Experiment | None = None
    voortgang: Voortgang | None = None


def voorstel(aanleiding: Aanleiding) -> Lesinvoer:
    """What is known of it already, for the writer to change."""
    praktijk, experiment, voortgang = aanleiding.praktijk, aanleiding.experiment, aanleiding.voortgang
    vragen = [experiment.ontwerpvraag] if experiment else praktijk.ontwerpvragen.all()
    partners = praktijk.partners.exclude(organisatie__organisatietype=None)
    return Lesinvoer(
        situatie=voortgang.verslag if voortgang else experiment.verwachting if experiment else "",
        opbrengst=voortgang.geleerd if voortgang else experiment.opbrengst if experiment else "",
        themas=frozenset(thema.pk for vraag in vragen for thema in vraag.themas.all()) if experiment else frozenset(),
        prangende_vragen=frozenset(praktijk.prangende_vragen.values_list("pk", flat=True)),
        organisatietypen=frozenset(partners.values_list("organisatie__organisatietype", flat=True)),
    )
