from django.apps import AppConfig


class RenewalsConfig(AppConfig):
    name = "cairn.renewals"

    def ready(self) -> None:
        from cairn.frameworks import uses  # noqa: PLC0415  # models are not there before
        from cairn.renewals import facts  # noqa: PLC0415  # as above

        uses.told_by(self.name, facts.uses_of)
