"""Every address of the product."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("mantelzorg.accounts.urls")),
    path("post/", include("mantelzorg.post.urls")),
    path("api/v1/", include("monitor.urls_api")),
    path("", include("monitor.urls")),
    path("", include("praktijken.urls")),
]
