"""Addresses of logging in, passwords and accounts."""

from django.urls import path

from mantelzorg.accounts.views import adres, beheer, inloggen, tokens, wachtwoord

urlpatterns = [
    path("inloggen/", inloggen.Inloggen.as_view(), name="inloggen"),
    path("uitloggen/", inloggen.Uitloggen.as_view(), name="uitloggen"),
    path("wachtwoord/vergeten/", wachtwoord.vergeten, name="wachtwoord-vergeten"),
    path("wachtwoord/gemaild/", wachtwoord.gemaild, name="wachtwoord-gemaild"),
    path("wachtwoord/instellen/<str:uidb64>/<str:token>/", wachtwoord.Instellen.as_view(), name="wachtwoord-instellen"),
    path("wachtwoord/wijzigen/", wachtwoord.Wijzigen.as_view(), name="wachtwoord-wijzigen"),
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/<int:token_id>/intrekken/", tokens.intrekken, name="token-intrekken"),
    path("accounts/", beheer.lijst, name="accounts"),
    path("accounts/uitnodigen/", beheer.uitnodigen, name="account-uitnodigen"),
    path("accounts/<int:account_id>/", beheer.account, name="account"),
    path("accounts/<int:account_id>/adres/", adres.adres, name="account-adres"),
    path("accounts/<int:account_id>/sluiten/", beheer.sluiten, name="account-sluiten"),
    path("accounts/<int:account_id>/heropenen/", beheer.heropenen, name="account-heropenen"),
    path("accounts/<int:account_id>/uitnodiging/", beheer.uitnodiging, name="account-uitnodiging"),
]
