"""Every address of the product."""

from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.urls import include, path
from django.views.generic import TemplateView

handler400 = "monitor.api.fouten.onjuist"
handler404 = "mantelzorg.nietgevonden.niet_gevonden"
handler500 = "monitor.api.fouten.storing"
urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("mantelzorg.accounts.urls")),
    path("post/", include("mantelzorg.post.urls")),
    path(
        "sneltoetsen/",
        login_required(TemplateView.as_view(template_name="sneltoetsen.html")),
        name="sneltoetsen",
    ),
    path("api/", include("monitor.urls_api")),
    path("", include("monitor.urls")),
    path("", include("praktijken.urls")),
    path("", include("aanmeldingen.urls")),
]
