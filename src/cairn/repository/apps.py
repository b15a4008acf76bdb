from django.apps import AppConfig


class RepositoryConfig(AppConfig):
    name = "cairn.repository"

    def ready(self) -> None:
        from cairn.publications import beside  # noqa: PLC0415  # apps are loaded only now
        from cairn.repository import facts  # noqa: PLC0415  # the same

        beside.SAYERS.append(facts.said_beside)
