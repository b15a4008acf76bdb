"""Short names for addresses."""

from itertools import count
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

LONGEST = 70
"""Characters; leaves room for a number in a column of 80."""


def free_slug(words: str, among: QuerySet[Any], otherwise: str) -> str:
    """The words as part of an address, numbered where another row has it; `otherwise` where nothing is left of them."""
    base = slugify(words)[:LONGEST].strip("-") or otherwise
    taken = set(among.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
