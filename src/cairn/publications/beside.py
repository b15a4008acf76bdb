"""What rooms above say beside a public page, such as that it may be outdated. The frozen text itself stays as it is."""

from collections.abc import Callable

SAYERS: list[Callable[[str, int], list[str]]] = []
"""Functions from slug and edition to sentences in the reader's language; rooms add theirs when the app starts."""


def said_beside(slug: str, edition: int) -> list[str]:
    return [sentence for say in SAYERS for sentence in say(slug, edition)]
