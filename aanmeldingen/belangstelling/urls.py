"""Addresses of interest: the public form, and the pages of who makes contact."""

from django.urls import path

from aanmeldingen.belangstelling.views import contact, laat, openbaar

urlpatterns = [
    path("oproepen/<slug:slug>/belangstelling/", openbaar.tonen, name="belangstelling-tonen"),
    path("oproepen/<slug:slug>/belangstelling/bedankt/", openbaar.bedankt, name="belangstelling-bedankt"),
    path("intake/belangstelling/", contact.lijst, name="belangstellingen"),
    path("intake/belangstelling/<int:pk>/", contact.belangstelling, name="belangstelling"),
    path("intake/belangstelling/<int:pk>/toewijzen/", contact.toewijzen, name="belangstelling-toewijzen"),
    path("intake/belangstelling/<int:pk>/contact/", contact.contact, name="belangstelling-contact"),
    path("intake/belangstelling/<int:pk>/uitkomst/", contact.uitkomst, name="belangstelling-uitkomst"),
    path("intake/belangstelling/<int:pk>/aanmelding/", contact.aanmelding, name="belangstelling-aanmelding"),
    path("intake/belangstelling/<int:pk>/na-sluiting/", laat.na_sluiting, name="belangstelling-na-sluiting"),
]
