from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class MonitorConfig(AppConfig):
    name = "monitor"
    verbose_name = "Monitor"

    def ready(self) -> None:
        from monitor import alleen_toevoegen
        from monitor.publicatie import geschiedenis

        post_migrate.connect(alleen_toevoegen.na_migreren, sender=self)
        register(Tags.database)(alleen_toevoegen.controleer)
        geschiedenis.meld_aan()
