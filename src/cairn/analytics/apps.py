from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "cairn.analytics"

    def ready(self) -> None:
        """Hears when a person's records are erased."""
        from cairn.analytics import snapshot  # noqa: PLC0415  # reads models, which are not there before

        snapshot.listen()
