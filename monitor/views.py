"""The start page and the pages of the monitor: they check access and read the clock; the figures come from `bron`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mantelzorg.models import Programma
from monitor.metingen import metingen_van


def start(request: HttpRequest) -> HttpResponse:
    """What this is; and, logged in, each programme whose figures one may see."""
    zichtbaar = Programma.objects.zichtbaar_voor(request.user)
    programmas = [(programma, metingen_van(programma)) for programma in zichtbaar]
    return render(request, "monitor/start.html", {"programmas": programmas})
