"""How the API behaves, and what openapi.json says of it as a whole: settings of DRF and drf-spectacular."""

from typing import Any

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "monitor.api.authenticatie.Tokenauthenticatie",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "EXCEPTION_HANDLER": "monitor.api.problemen.problem",
    "URL_FORMAT_OVERRIDE": None,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "In voor mantelzorg",
    "DESCRIPTION": "Praktijken, oproepen, metingen en gepubliceerde cijfers van In voor mantelzorg, om te lezen.",
    "VERSION": "1.0.0",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "TAGS": [
        {"name": "programmas", "description": "Uitvoeringen van In voor mantelzorg."},
        {"name": "praktijken", "description": "Waar organisaties en gemeenten samen leren."},
        {"name": "experimenten", "description": "Kleine proeven die een ontwerpvraag beantwoorden."},
        {"name": "oproepen", "description": "Oproepen om mee te doen, en hun cijfers."},
        {"name": "metingen", "description": "Wat is vastgesteld, en waarom metingen verschillen."},
        {"name": "publicaties", "description": "Gepubliceerde cijfers, voor iedereen."},
        {"name": "indicatoren", "description": "Cijfers van de Monitor Langer Thuis."},
    ],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "monitor.api.schema.voltooi",
    ],
    "ENUM_NAME_OVERRIDES": {
        "Praktijkafloop": "praktijken.models.Afloop",
        "Experimentafloop": "praktijken.models.ExperimentAfloop",
        "Praktijkstatus": "monitor.api.status.PRAKTIJKSTATUSSEN",
        "Experimentstatus": "monitor.api.status.EXPERIMENTSTATUSSEN",
    },
}
