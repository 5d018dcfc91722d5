"""What a client may keep, and how it hears that nothing changed (RFC 9110): ETag, Last-Modified and 304."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any, Final, cast

from django.db.models import Max, Model, Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date
from rest_framework.request import Request

from mantelzorg.models import User
from monitor.api.problemen import VERSIE
from monitor.api.problemen import antwoord as problem
from monitor.models.vaststellingen import AlleenToevoegen
from praktijken.models import Adviseurschap

WIE_WAT_ZIET: Final[tuple[type[Model], ...]] = (User, Adviseurschap)
"""Rights hang on accounts with their roles, and on who guides which practice."""


def laatst_gewijzigd(bronnen: Iterable[type[Model]], nu: datetime.datetime) -> datetime.datetime | None:
    """The first whole second after which no record of these kinds changed; None: that is yet to come.

    Never earlier than midnight, for statuses and rights follow the day. It may be later than what changed in the
    answer itself: then somebody fetches once more for nothing. One query.
    """
    momenten = [_laatste_in(model) for model in dict.fromkeys(bronnen)]
    rijen = momenten[0].union(*momenten[1:])
    gevonden = [moment for (moment,) in rijen if moment is not None]
    laatste = max([timezone.localtime(nu).replace(hour=0, minute=0, second=0, microsecond=0), *gevonden])
    heel = laatste.replace(microsecond=0) + datetime.timedelta(seconds=1 if laatste.microsecond else 0)
    return heel if heel <= nu else None


def _laatste_in(model: Any) -> Any:
    """The last entry in the history of this kind of record; a removed record's is its removal.

    Of rows that nobody changes or removes, the last that was added.
    """
    if issubclass(model, AlleenToevoegen):
        return model.objects.order_by().values(alles=Value(1)).annotate(laatste=Max("op")).values_list("laatste")
    return model.history.order_by().values(alles=Value(1)).annotate(laatste=Max("history_date")).values_list("laatste")


def voorwaardelijk(
    request: HttpRequest, antwoord: HttpResponse, gewijzigd_op: datetime.datetime | None
) -> HttpResponse:
    """The answer with what it can be recognised by; 304 or 412 where the request asks for that."""
    if request.method not in ("GET", "HEAD") or antwoord.status_code != 200:
        return antwoord
    antwoord["ETag"] = f'"{hashlib.sha256(antwoord.content).hexdigest()[:32]}"'
    if gewijzigd_op is not None:
        antwoord["Last-Modified"] = http_date(gewijzigd_op.timestamp())
    sinds = int(gewijzigd_op.timestamp()) if gewijzigd_op is not None else None
    gekozen: Any = get_conditional_response(request, etag=antwoord["ETag"], last_modified=sinds, response=antwoord)
    if gekozen.status_code == 412:
        return problem(412, "Dit is niet meer zoals u het kende.")
    gekozen["API-Version"] = VERSIE
    return cast(HttpResponse, gekozen)


def geef_bewaarregels(antwoord: HttpResponse, request: Request) -> None:
    """What is kept is asked about again at each use; what somebody may see nobody else keeps, and errors nobody."""
    patch_vary_headers(antwoord, ["Accept", "Authorization", "Cookie"])
    if antwoord.status_code != 200:
        patch_cache_control(antwoord, no_store=True)
    elif request.user.is_authenticated:
        patch_cache_control(antwoord, no_cache=True, private=True)
    else:
        patch_cache_control(antwoord, no_cache=True)
