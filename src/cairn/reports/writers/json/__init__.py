"""The portrait's own text: the same assessment gives the same bytes, and reads back whole."""

from cairn.publications.portrait import Portrait, to_text

MEDIA_TYPE = "application/json"
EXTENSION = "json"


def write(portrait: Portrait) -> bytes:
    return to_text(portrait).encode()
