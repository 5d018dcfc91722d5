"""Records of every kind, of the demonstration and beside it, for pages that are each about one."""

import datetime
from uuid import uuid4

from django.contrib.auth.tokens import default_token_generator
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from deelnemers.models import Deelnemer, Organisatietype
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Rol
from monitor.ronde.acties import Opzet, open_ronde
from praktijken.avg.verzoeken import registreer_verzoek
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from praktijken.demonstratie.lessen import laad_lessen
from praktijken.demonstratie.sessies import laad_sessies
from praktijken.models import Adviseurschap, Afspraak, Deelname, Experiment, Les, Onderbreking, Stap, Weergave
from tests.browser.voorraad_intake import intake
from tests.browser.voorraad_monitor import aangeleverd
from tests.gegevens import planstap, traject
from tests.monitor.meten.gegevens import meting
from tests.praktijken.kloptdit.vragen import link_van


def demonstratieaccounts():
    """The demonstration, with its sessions and lessons; its accounts by role."""
    maak_accounts()
    programma = laad_programma(datetime.date(2026, 1, 2))
    laad_sessies(programma)
    laad_lessen(programma)
    return {rol: User.objects.get(email=email) for email, rol in DEMONSTRATIEACCOUNTS.items()}


def voorraad(accounts):
    """Keys of records that the forms are about, and the links that were mailed."""
    beheerder, ada = accounts[Rol.BEHEERDER], accounts[Rol.ADVISEUR]
    afspraak = Afspraak.objects.filter(sessie__praktijken__adviseurs=ada).earliest("sessie__datum")
    praktijk = afspraak.sessie.praktijken.filter(adviseurs=ada).first()
    experiment = Experiment.objects.filter(ontwerpvraag__praktijk=praktijk, voortgang__isnull=False).first()
    deelname = Deelname.objects.filter(praktijk=praktijk).exclude(deelnemer__email="").earliest("pk")
    onderbreking = Onderbreking.objects.create(praktijk=praktijk, vanaf=vandaag(), reden="verbouwing")
    verzoek = registreer_verzoek(
        soort="inzage", deelnemer=deelname.deelnemer, ontvangen_op=vandaag(), kanaal="telefoon", door=beheerder
    )
    for naam, vraag in (("Bezet", ""), ("Anders", "status=actief")):
        Weergave.objects.create(gebruiker=beheerder, naam=naam, vraag=vraag)
    traject(praktijk, vandaag())
    uid, token = urlsafe_base64_encode(force_bytes(ada.pk)), default_token_generator.make_token(ada)
    return (
        {
            "account": ada.pk,
            "beheerder": beheerder.pk,
            "praktijk": praktijk.pk,
            "ronde": _ronde(praktijk.programma, beheerder).pk,
            "planstap": planstap(praktijk).pk,
            "sessie": afspraak.sessie_id,
            "afspraak": afspraak.pk,
            "experiment": experiment.pk,
            "vraag": experiment.ontwerpvraag_id,
            "voortgang": experiment.voortgang.latest("pk").pk,
            "partner": praktijk.partners.earliest("pk").pk,
            "schap": Adviseurschap.objects.filter(praktijk=praktijk).earliest("pk").pk,
            "versie": praktijk.history.earliest("history_date").pk,
            "onderbreking": onderbreking.pk,
            "soort": Organisatietype.objects.earliest("pk").pk,
            "ander": Deelnemer.objects.exclude(pk=deelname.deelnemer_id).earliest("pk").pk,
            "onbekend": Deelname.objects.filter(organisatie=None, organisatietype=None).earliest("pk").pk,
            "verzoek": verzoek.pk,
            "link": link_van(deelname.deelnemer),
            "bericht": Bericht.objects.latest("pk").pk,
            "deelname": deelname.pk,
            "deelnemer": deelname.deelnemer_id,
            "wachtwoordlink": f"/wachtwoord/instellen/{uid}/{token}/",
            "gedeeld": _les(Stap.GEACCEPTEERD),
            "voorgelegd": _les(Stap.VOORGELEGD),
            "teruggestuurd": _les(Stap.TERUGGESTUURD),
            "meting": meting(praktijk.programma, door=accounts[Rol.ANALIST]).pk,
        }
        | intake(praktijk.programma, beheerder)
        | aangeleverd(praktijk.programma)
    )


def _ronde(programma, door):
    """A round that is open today."""
    opzet = Opzet(programma=programma, aanleiding="Monitor", peildatum=vandaag(), deadline=vandaag(), inzending=uuid4())
    return open_ronde(opzet, door=door, op=timezone.now())


def _les(laatste):
    """A lesson that ends in this step."""
    stappen = {les.pk: les.versies.latest("pk").stappen.latest("pk").soort for les in Les.objects.all()}
    return next(pk for pk, soort in stappen.items() if soort == laatste)
