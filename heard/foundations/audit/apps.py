from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class AuditConfig(AppConfig):
    name = "heard.foundations.audit"
    label = "audit"

    def ready(self) -> None:
        from heard.foundations.audit import guard, kept

        connection_created.connect(guard.install)
        pre_migrate.connect(guard.lift_for_migration, sender=self)
        post_migrate.connect(kept.install)
        post_migrate.connect(guard.lower_after_migration, sender=self)
