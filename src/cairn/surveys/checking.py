"""Which texts somebody who speaks the language has read and found right, and which were only drafted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from cairn.surveys.models import CheckedText, FormVersion
from cairn.surveys.writing.wording import Text, default_of, languages_of, texts_of

if TYPE_CHECKING:
    from cairn.people.models import Person


class Tally(NamedTuple):
    """How far one language of a version has come."""

    tag: str
    checked: int
    """Read by a person, of those that are said."""
    said: int
    asked: int
    """Texts that the form has."""

    @property
    def missing(self) -> int:
        return self.asked - self.said


class Standing(NamedTuple):
    """One text in one language: "" where it is not said yet, no check where nobody has read it."""

    text: Text
    source: str
    """How the default language says it."""
    words: str
    check: CheckedText | None


def tallies(version: FormVersion) -> list[Tally]:
    """A language each, the default first. Reads `version.checked`, which lists prefetch."""
    texts = texts_of(version.sheets)
    checked = {(check.place, check.language) for check in version.checked.all()}
    return [
        Tally(
            tag,
            sum((text.place, tag) in checked for text in texts),
            sum(tag in text.words for text in texts),
            len(texts),
        )
        for tag in languages_of(version.sheets)
    ]


def standings(version: FormVersion, tag: str) -> list[Standing]:
    """Every text of a version as this language says it."""
    default = default_of(version.sheets)
    checks = {check.place: check for check in version.checked.filter(language=tag).select_related("by")}
    return [
        Standing(text, text.words.get(default, ""), text.words.get(tag, ""), checks.get(text.place))
        for text in texts_of(version.sheets)
    ]


@transaction.atomic
def confirm(*, version: FormVersion, tag: str, places: Iterable[str], by: Person | None) -> int:
    """Somebody speaks this language and found these texts right; how many there were to confirm. Nobody: it came so with Cairn."""
    wanted = set(places)
    new = [
        CheckedText(version=version, place=each.text.place, language=tag, by=by)
        for each in standings(version, tag)
        if each.words and each.check is None and each.text.place in wanted
    ]
    CheckedText.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def take_back(*, version: FormVersion, tag: str, place: str, by: Person) -> None:
    """Not right after all. One takes back what one confirmed oneself."""
    version.checked.filter(language=tag, place=place, by=by).delete()


def carry(former: FormVersion, version: FormVersion) -> None:
    """What a new version says as the former did, and from the same wording of the default language, stays checked."""
    default = default_of(version.sheets)
    now = {text.place: text.words for text in texts_of(version.sheets)}
    then = {text.place: text.words for text in texts_of(former.sheets)}
    CheckedText.objects.bulk_create(
        CheckedText(version=version, place=check.place, language=check.language, by=check.by, at=check.at)
        for check in former.checked.select_related("by")
        if all(
            now.get(check.place, {}).get(tag) == then[check.place].get(tag)
            for tag in (check.language, default)
        )
    )
