"""The search page. The words come by POST: they may be a person's name, and names don't stand in addresses."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mantelzorg.toegang import Recht, mag
from praktijken.overzicht.views import lezer
from praktijken.overzicht.zoeken import MEER, SOORTEN, zoek_alles


class ZoekForm(forms.Form):
    """The words to look for; `soort` narrows to one kind."""

    q = forms.CharField(
        label="Zoekwoorden",
        min_length=2,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"min_length": "Vul minstens twee tekens in."},
    )
    soort = forms.ChoiceField(
        required=False, choices=[("", "alles"), *((soort.sleutel, soort.naam) for soort in SOORTEN)]
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def zoek(request: HttpRequest) -> HttpResponse:
    """Everything one may see that holds the words. A POST that changes nothing: sent again, it finds the same."""
    user = lezer(request)
    form = ZoekForm(request.POST) if request.method == "POST" else ZoekForm()
    context: dict[str, object] = {"form": form, "hoogstens": MEER, "personen": mag(user, Recht.PERSONEN_ZIEN)}
    if form.is_bound and form.is_valid():
        alleen = form.cleaned_data["soort"]
        context |= {"groepen": zoek_alles(user, form.cleaned_data["q"], alleen), "alleen": alleen, "gezocht": True}
    return render(request, "praktijken/overzicht/zoek.html", context, status=400 if form.errors else 200)
