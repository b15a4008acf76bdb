"""Parts of addresses that several files of this room use."""

from django.urls import register_converter


class Kind:
    """Of a list that is taken away."""

    regex = "csv|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Kind, "list_kind")
OF = "practices/<int:practice>/"
