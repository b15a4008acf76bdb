from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "cairn.plans"

    def ready(self) -> None:
        # Models are there only now, and erasing changes them.
        from cairn.plans.erasing import listen  # noqa: PLC0415  # as said

        listen()
