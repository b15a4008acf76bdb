from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "cairn.progress"

    def ready(self) -> None:
        # Models are there only now, and what was told stands in them.
        from cairn.progress.telling import listen  # noqa: PLC0415  # as said

        listen()
