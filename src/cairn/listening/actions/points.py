"""What can be done with points and the themes under which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.conflict import to_write
from cairn.listening.enums import PointState
from cairn.listening.facts.points import kept, said_of, themes_of
from cairn.listening.models import Point, PointChange, TellBack, Theme
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice

STARTERS = (
    gettext_lazy("Content and pace"),
    gettext_lazy("Language and understanding"),
    gettext_lazy("Time, place and travel"),
    gettext_lazy("Childcare"),
    gettext_lazy("How we are treated"),
    gettext_lazy("Feeling safe"),
    gettext_lazy("Work and training"),
    gettext_lazy("Papers and rights"),
    gettext_lazy("Money and costs"),
)
"""Themes to begin with; a practice changes them as it likes."""


@transaction.atomic
def add_theme(*, practice: Practice, title: str, by: Person) -> Theme:
    """A theme of the practice's own. Raises ValidationError by field."""
    theme = Theme(practice=practice, title=title.strip())
    theme.full_clean()
    theme.save()
    _noted(theme, by)
    return theme


@transaction.atomic
def begin_themes(*, practice: Practice, by: Person) -> list[Theme]:
    """The list to begin with, in the language of whoever asks, where there is no theme yet."""
    if themes_of(practice.pk, retired_too=True).exists():
        return []
    return [add_theme(practice=practice, title=str(title), by=by) for title in STARTERS]


@transaction.atomic
def retire_theme(*, theme: Theme, by: Person, again: bool = False) -> Theme:
    """Not offered any more, or offered again."""
    theme.retired_on = None if again else timezone.localdate()
    theme.save(update_fields=["retired_on"])
    _noted(theme, by)
    return theme


def _noted(theme: Theme, by: Person) -> None:
    note(by=by, deed=Deed.CHANGED, thing=f"theme:{theme.pk}", practice=theme.practice_id)


@transaction.atomic
def add(*, practice: Practice, by: Person, **said: Any) -> Point:
    """One thing that people said, in the team's words. Raises ValidationError by field."""
    point = Point(practice=practice, made_by=by, **said)
    check(point)
    point.save()
    _write_down(point, {}, {name: value for name, value in said_of(point).items() if value}, by)
    note(by=by, deed=Deed.CREATED, thing=point.thing, practice=practice.pk)
    return point


@transaction.atomic
def revise(*, point: Point, revision: int, by: Person, **said: Any) -> Point:
    """Change what is named. `revision` is the one the person had before their eyes.

    Raises Conflict, and writes nothing, where somebody changed one of these fields since. Raises ValidationError as `add` does.
    """
    current = _held(point)
    stands = said_of(current)
    values = {name: kept(name, value) for name, value in said.items()}
    wanted = to_write(current, revision, values, stands)
    return _put(current, {name: said[name] for name in wanted}, by) if wanted else current


@transaction.atomic
def decide(*, point: Point, decision: str, by: Person, on: date | None = None) -> Point:
    """What is done about it, or why nothing is. Raises ValidationError by field; saying it anew replaces what was decided."""
    current = _held(point)
    if current.state == PointState.TOLD:
        raise ValidationError(
            _("People were told already. Write down a new point where something else is decided.")
        )
    said = {"decision": decision.strip(), "decided_on": on or timezone.localdate()}
    if not said["decision"]:
        raise ValidationError({"decision": _("Say what was decided, also where it is “no, because”.")})
    return _put(current, said | {"state": PointState.DECIDED}, by)


@transaction.atomic
def tell_back(*, point: Point, texts: Mapping[str, str], by: Person, on: date | None = None) -> TellBack:
    """What people read about it under the public addresses, by language; empty texts are left out.

    Said again, it replaces what was told, and the first day stays. Raises ValidationError where nothing was decided yet.
    """
    current = _held(point)
    told = {tag: text.strip() for tag, text in texts.items() if text.strip()}
    if current.state == PointState.OPEN:
        raise ValidationError(_("Decide first what is done about it, then tell people."))
    if not told:
        raise ValidationError(_("Write at least one sentence, in one language."))
    day = on or timezone.localdate()
    if current.decided_on and not current.decided_on <= day <= timezone.localdate():
        raise ValidationError({"on": _("This is between the day of the decision and today.")})
    tellback, _new = TellBack.objects.update_or_create(
        point=current, defaults={"texts": told, "by": by}, create_defaults={"texts": told, "told_on": day, "by": by}
    )  # fmt: skip
    if current.state != PointState.TOLD:
        _put(current, {"state": PointState.TOLD}, by)
    return tellback


def check(point: Point) -> None:
    """Raises ValidationError by field."""
    today = timezone.localdate()
    if point.said_on > today:
        raise ValidationError({"said_on": _("This day has not come yet.")})
    if point.decided_on and not point.said_on <= point.decided_on <= today:
        raise ValidationError({"on": _("This is between the day it was said and today.")})
    point.full_clean(exclude=["made_by"])


def _held(point: Point) -> Point:
    return Point.objects.select_for_update(of=("self",)).get(pk=point.pk)


def _put(current: Point, said: Mapping[str, Any], by: Person) -> Point:
    before = {name: kept(name, getattr(current, name)) for name in said}
    for name, value in said.items():
        setattr(current, name, value)
    check(current)
    current.revision += 1
    current.save()
    _write_down(current, before, {name: kept(name, value) for name, value in said.items()}, by)
    note(by=by, deed=Deed.CHANGED, thing=current.thing, practice=current.practice_id)
    return current


def _write_down(point: Point, before: Mapping[str, Any], after: Mapping[str, Any], by: Person) -> None:
    PointChange.objects.create(point=point, revision=point.revision, before=before, after=after, by=by)
