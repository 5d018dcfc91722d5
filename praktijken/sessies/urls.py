"""Addresses of sessions."""

from django.urls import path

from praktijken.sessies import deelviews, plannen, views
from praktijken.sessies.presentielijst import views as presentielijst

urlpatterns = [
    path("", views.lijst, name="sessies"),
    path("nieuw/", plannen.nieuw, name="sessie-nieuw"),
    path("<int:pk>/", views.sessie, name="sessie"),
    path("<int:pk>/wijzigen/", plannen.wijzigen, name="sessie-wijzigen"),
    path("<int:pk>/weghalen/", plannen.weghalen, name="sessie-weghalen"),
    path("<int:pk>/kernthema/<int:praktijk>/", deelviews.kernthema, name="sessie-kernthema"),
    path("<int:pk>/ontwerpvragen/nieuw/<int:praktijk>/", deelviews.vraag_nieuw, name="sessie-vraag-nieuw"),
    path("<int:pk>/ontwerpvragen/<int:vraag>/", deelviews.vraag, name="sessie-vraag"),
    path("<int:pk>/afspraken/nieuw/", deelviews.afspraak_nieuw, name="sessie-afspraak-nieuw"),
    path("<int:pk>/afspraken/<int:afspraak>/", deelviews.afspraak, name="sessie-afspraak"),
    path("<int:pk>/afspraken/<int:afspraak>/gedaan/", deelviews.afspraak_gedaan, name="sessie-afspraak-gedaan"),
    path("<int:pk>/aanwezig/", views.standen, name="sessie-standen"),
    path("<int:pk>/presentielijst/", presentielijst.inlezen, name="sessie-lijst"),
    path("<int:pk>/presentielijst/bevestigen/", presentielijst.bevestigen, name="sessie-lijst-bevestigen"),
]
