from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "cairn.review"

    def ready(self) -> None:
        # Models are there only now, and listening reads them.
        from cairn.review.listening import listen  # noqa: PLC0415  # as said

        listen()
