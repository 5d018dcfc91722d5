"""The office lets an organisation that stated interest apply after the call has closed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from aanmeldingen.belangstelling.acties import KanNiet
from aanmeldingen.belangstelling.laat import word_aanmelding_na_sluiting
from aanmeldingen.belangstelling.views.contact import LAAT_ID, terug, toon
from aanmeldingen.belangstelling.views.toegang import mag_toegang_geven, voor_schrijvers
from aanmeldingen.formulier.forms.slot import Toegangform
from aanmeldingen.models import Belangstelling
from mantelzorg.klok import vandaag
from mantelzorg.models import User


@voor_schrijvers
def na_sluiting(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
    """Give access with a reason; the link of the draft is mailed."""
    if not mag_toegang_geven(user):
        raise Http404
    form = Toegangform(request.POST, dag=vandaag(), auto_id=LAAT_ID)
    if not form.is_valid():
        return toon(request, user, rij, na_sluiting=form)
    try:
        word_aanmelding_na_sluiting(belangstelling=rij.pk, door=user, op=timezone.now(), **form.cleaned_data)
    except KanNiet as fout:
        form.add_error(None, fout.tekst)
        return toon(request, user, rij, na_sluiting=form)
    melding = "De organisatie kan zich na de sluiting aanmelden. De link staat klaar in de uitgaande post."
    return terug(request, rij, melding, "uitkomst")
