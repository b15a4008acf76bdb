from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class EvidenceConfig(AppConfig):
    name = "cairn.evidence"

    def ready(self) -> None:
        from cairn.evidence import watching  # noqa: PLC0415  # models are not there before

        pre_migrate.connect(watching.take_down, sender=self)
        post_migrate.connect(watching.put_up, sender=self)
