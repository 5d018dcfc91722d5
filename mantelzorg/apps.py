from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class MantelzorgConfig(AppConfig):
    name = "mantelzorg"
    verbose_name = "Accounts en programma's"


class BeheerConfig(AdminConfig):
    """Django's admin, with this product's access rules."""

    default_site = "mantelzorg.beheersite.Beheersite"
