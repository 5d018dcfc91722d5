"""How often one may ask: counted in the database, so that all processes count together (`OPENBAAR_TEMPO`)."""

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from aanmeldingen.openbaar.tempo import seconden_tot_volgend_tijdvak, te_vaak_door
from mantelzorg.inloggen import adres_van
from mantelzorg.models import Toegangstoken


class Tempo(BaseThrottle):
    """By token; by account for who is logged in, for colleagues share an address; by address for anybody else."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        if isinstance(request.auth, Toegangstoken):
            return not te_vaak_door("api-bekend", f"token {request.auth.pk}")
        if request.user.is_authenticated:
            return not te_vaak_door("api-bekend", f"account {request.user.pk}")
        return not te_vaak_door("api-anoniem", adres_van(request._request))

    def wait(self) -> float:
        return seconden_tot_volgend_tijdvak()
