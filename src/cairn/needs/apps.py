from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "cairn.needs"

    def ready(self) -> None:
        """Hears when a person's records are erased."""
        import cairn.needs.erasing  # noqa: F401, PLC0415  # models are there only now
