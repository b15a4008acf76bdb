"""What people wrote in their own words, once it was passed on, and under which themes it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count

from cairn.listening.models import Coding
from cairn.voices import facts as voices
from cairn.voices.spoken import kin, written_in

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.voices.models import Remark

OTHER, UNCLEAR = "other", "unclear"


def passed(practice: Practice) -> QuerySet[Remark]:
    """In an order that means nothing."""
    return voices.remarks_in(*voices.pools(practice)).select_related(
        "opening__practice", "opening__pool__activity"
    )


def one(practice: Practice, key: str) -> Remark | None:
    """What was passed on under this key, if anything."""
    try:
        return passed(practice).filter(pk=UUID(key)).first()
    except ValueError:
        return None


def languages_in(practice: Practice) -> list[str]:
    """Those in which people are likely to write: of the forms that came back with words, and those of the practice."""
    chosen = passed(practice).order_by("language").values_list("language", flat=True).distinct()
    return list(dict.fromkeys([*chosen, *practice.languages]))


def written(remark: Remark, likely: Iterable[str]) -> str:
    """The language of the words themselves; "" where it is not clear."""
    return written_in(remark.text, form=remark.language, likely=likely)


def passed_in(practice: Practice, language: str, likely: Sequence[str]) -> list[Remark]:
    """Those written in one language, `OTHER` for none of the likely ones, `UNCLEAR`. Every word is opened for it."""
    kept = []
    for remark in passed(practice):
        told = written(remark, likely)
        group = kin(told) if told in likely else OTHER if told else UNCLEAR
        if group == kin(language):
            kept.append(remark)
    return kept


def held(person: Person, practice_id: int) -> QuerySet[Remark]:
    """What waits for this person to be read."""
    return voices.held_for(person, practice_id)


def themes_of(remarks: Iterable[Remark]) -> dict[UUID, list[int]]:
    """By remark the numbers of its themes."""
    found: dict[UUID, list[int]] = defaultdict(list)
    for key, theme in Coding.objects.filter(remark__in=list(remarks)).values_list("remark", "theme"):
        found[key].append(theme)
    return found


def counted(practice_id: int) -> list[tuple[str, int]]:
    """How many remarks stand under each theme, the most frequent first."""
    rows = Coding.objects.filter(theme__practice=practice_id).order_by().values_list("theme__title")
    return list(rows.annotate(number=Count("pk")).order_by("-number", "theme__title"))
