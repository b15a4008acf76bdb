"""What was changed of an activity or a session, in words."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cairn.activities.enums import Adaptation, InclusionAnswer, InclusionQuestion, StaffRole, Support
from cairn.activities.models import Activity, ActivityChange, Session, SessionChange
from cairn.common.languages import language_name
from cairn.needs.enums import Domain


class Difference(NamedTuple):
    label: str
    before: str
    """Empty where nothing was said."""
    after: str


def history(thing: Activity | Session) -> list[tuple[ActivityChange | SessionChange, list[Difference]]]:
    """Each change with what it changed, newest first."""
    return [(change, _differences(thing, change)) for change in thing.changes.select_related("by")]


def _differences(thing: Activity | Session, change: ActivityChange | SessionChange) -> list[Difference]:
    told = [
        Difference(
            _label(thing, name), _words(thing, name, change.before.get(name)), _words(thing, name, after)
        )
        for name, after in change.after.items()
    ]
    return [each for each in told if each.before or each.after]


def _label(thing: Activity | Session, name: str) -> str:
    return _("Staff") if name == "staff" else capfirst(str(_field(thing, name).verbose_name))


def _field(thing: Activity | Session, name: str) -> Field[Any, Any]:
    return type(thing)._meta.get_field(name)  # type: ignore[return-value]  # noqa: SLF001  # Django's public name; a column


def _words(thing: Activity | Session, name: str, value: Any) -> str:
    if value in (None, "", {}):
        return ""
    if name == "staff":
        roles = dict(StaffRole.choices)
        return ", ".join(f"{who or code} ({roles.get(role, role)})" for who, code, role in value)
    if name == "inclusion":
        return "; ".join(
            f"{InclusionQuestion(question).label} {InclusionAnswer(said).label}"
            for question, said in value.items()
        )
    if isinstance(value, list):
        return ", ".join(map(SEVERAL[name], value)) or (
            _("none") if name in {"adaptations", "support"} else ""
        )
    return str(dict(_field(thing, name).flatchoices).get(value, value))


SEVERAL = {
    "languages": language_name,
    "domains": lambda key: str(Domain(key).label),
    "adaptations": lambda key: str(Adaptation(key).label),
    "support": lambda key: str(Support(key).label),
}
