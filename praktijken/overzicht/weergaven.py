"""Views of the overview by name: save, open, rename and throw away one's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mantelzorg.models import User
from praktijken.models import Weergave
from praktijken.overzicht.forms import NaamForm, WeergaveForm
from praktijken.overzicht.views import lezer

NAAM_BEZET = "U heeft al een weergave met deze naam. Kies een andere naam."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def weergaven(request: HttpRequest) -> HttpResponse:
    """One's own views; a POST saves one. The same view sent twice is kept once."""
    user = lezer(request)
    if request.method != "POST":
        return _toon(request, user)
    form = WeergaveForm(request.POST)
    if form.is_valid() and _bewaar(form, user):
        messages.success(request, f"De weergave ‘{form.cleaned_data['naam']}’ is bewaard.")
        return redirect(f"{reverse('praktijken:overzicht')}?{form.cleaned_data['vraag']}")
    return _toon(request, user, nieuw=form)


@login_required
@require_POST
def hernoem(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name for one's own view."""
    user = lezer(request)
    weergave = get_object_or_404(Weergave, pk=pk, gebruiker=user)
    form = NaamForm(request.POST, auto_id=_ids(pk))
    if form.is_valid() and _hernoem(form, weergave):
        messages.success(request, f"De weergave heet nu ‘{weergave.naam}’.")
        return redirect("praktijken:weergaven")
    return _toon(request, user, hernoemd=(pk, form))


@login_required
@require_POST
def verwijder(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one's own view away; a second click finds it gone."""
    weergave = Weergave.objects.filter(pk=pk, gebruiker=lezer(request)).first()
    if weergave is not None:
        weergave.delete()
        messages.success(request, f"De weergave ‘{weergave.naam}’ is verwijderd.")
    return redirect("praktijken:weergaven")


def _bewaar(form: WeergaveForm, user: User) -> bool:
    """Whether it is kept now; another view by that name is left alone, and the form says so."""
    naam, vraag = form.cleaned_data["naam"], form.cleaned_data["vraag"]
    weergave, _ = Weergave.objects.get_or_create(gebruiker=user, naam=naam, defaults={"vraag": vraag})
    if weergave.vraag == vraag:
        return True
    form.add_error("naam", NAAM_BEZET)
    return False


def _hernoem(form: NaamForm, weergave: Weergave) -> bool:
    weergave.naam = form.cleaned_data["naam"]
    try:
        with transaction.atomic():
            weergave.save(update_fields=["naam"])
    except IntegrityError:  # the database alone knows when two tabs do this at once
        form.add_error("naam", NAAM_BEZET)
        return False
    return True


def _toon(
    request: HttpRequest,
    user: User,
    *,
    nieuw: WeergaveForm | None = None,
    hernoemd: tuple[int, NaamForm] | None = None,
) -> HttpResponse:
    """All of them, each with the form that renames it; `nieuw` and `hernoemd` are forms to give back."""
    lijst = []
    for weergave in Weergave.objects.filter(gebruiker=user):
        form = NaamForm(initial={"naam": weergave.naam}, auto_id=_ids(weergave.pk))
        if hernoemd is not None and hernoemd[0] == weergave.pk:
            form = hernoemd[1]
        lijst.append((weergave, form))
    status = 400 if nieuw or hernoemd else 200
    context = {"lijst": lijst, "nieuw": nieuw, "niet_hernoemd": hernoemd is not None}
    return render(request, "praktijken/overzicht/weergaven.html", context, status=status)


def _ids(pk: int) -> str:
    """Each form of the page has ids of its own."""
    return f"naam-{pk}-%s"
