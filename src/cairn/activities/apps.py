from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "cairn.activities"

    def ready(self) -> None:
        from cairn.activities import erasing  # noqa: F401, PLC0415  # it listens, and needs the tables first
