"""What the tests of the functioneel beheerder's pages share: somebody to invite, and what came of it."""

from mantelzorg.models import User

PIET = {
    "email": "Piet@voorbeeld.example",
    "naam": "Piet Pieters",
    "werkgever": "Vilans",
    "rollen": ["Adviseur"],
    "einddatum": "2026-12-31",
}


def meldingen(antwoord) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


def waarden(user: User) -> tuple[object, ...]:
    user = User.objects.get(pk=user.pk)
    return user.naam, user.werkgever, user.einddatum, user.rollen, user.is_active
