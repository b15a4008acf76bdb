"""Who takes part. A row without a code enrols somebody; with one, it says more of somebody with whom one works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.languages import language_name
from cairn.participants import facts
from cairn.participants.codes import new_code
from cairn.participants.enums import AgeBand, Answer, HeardVia, Retention, Sex
from cairn.participants.lists.reading import (
    check,
    choices_of,
    found,
    judged,
    kept,
    own,
    revised,
    unless_in_use,
)
from cairn.participants.models import Assignment, Participant
from cairn.people.enums import Permission
from cairn.people.facts import may, people_who_may
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.sheets.shape import Change, Column, Judged, Kind, Row, Table, Value

COLUMNS = (
    Column("code", gettext_lazy("Code"), help=gettext_lazy("Empty for someone new, who is given one. Where there is one, empty cells change nothing.")),
    Column("enrolled_on", gettext_lazy("Takes part since"), Kind.DATE, help=gettext_lazy("Must be there for someone new.")),
    Column("ended_on", gettext_lazy("Left on"), Kind.DATE, taken_in=False),
    Column("age_band", gettext_lazy("Age"), Kind.CHOICE, choices=choices_of(AgeBand.choices)),
    Column("sex", gettext_lazy("Sex or gender"), Kind.CHOICE, choices=choices_of(Sex.choices)),
    Column("children", gettext_lazy("Children living with the person"), Kind.WHOLE),
    Column("childcare", gettext_lazy("Needs childcare to take part"), Kind.CHOICE, choices=choices_of(Answer.choices)),
    Column("heard_via", gettext_lazy("How they heard of the practice"), Kind.CHOICE, choices=choices_of(HeardVia.choices)),
    Column("retention", gettext_lazy("How long records are kept"), Kind.CHOICE, choices=Retention.choices),
    Column("languages", gettext_lazy("Languages"), taken_in=False),
    Column("worker", gettext_lazy("Who works with them"), help=gettext_lazy("A colleague’s name or email address; for someone new only.")),
)  # fmt: skip
SAID = ("enrolled_on", "age_band", "sex", "children", "childcare", "heard_via", "retention")


def _rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    """Of one's own people everything that is open; who enrols sees the codes of all others and who works with them."""
    mine = own(practice, person)
    spoken: dict[Any, list[str]] = {}
    for language in facts.languages_of(practice.pk).filter(participant__in=list(mine.values())):
        spoken.setdefault(language.participant_id, []).append(language_name(language.tag))
    manages = may(person, Permission.MANAGE_PARTICIPANTS, practice.organisation)
    for one in facts.by_code(practice.pk):
        if one.code not in mine and not manages:
            continue
        told: dict[str, Value] = {"code": one.code, "ended_on": one.ended_on}
        told["worker"] = "; ".join(each.worker.name for each in one.lasting) or None  # type: ignore[attr-defined]  # by_code has fetched them
        if one.code in mine:
            told["languages"] = "; ".join(spoken.get(one.pk, [])) or None
            told |= {name: getattr(one, name) if getattr(one, name) != "" else None for name in SAID}
        yield told


def _judge(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    people, seen = own(practice, person), set[str]()
    workers = {
        said.casefold(): worker
        for worker in people_who_may(Permission.WORK_WITH_PARTICIPANTS, practice.organisation)
        for said in (worker.name, worker.email)
    }
    enrols = may(person, Permission.MANAGE_PARTICIPANTS, practice.organisation)

    def weigh(row: Row) -> Iterator[Change]:
        if not row.values.get("code"):
            if not enrols:
                raise ValidationError({"code": _("Only who enrols people can bring in someone new.")})
            return _enrolled(row, practice, person, workers)
        participant = found(row, people)
        if participant.code in seen:
            raise ValidationError({"code": _("A row above has this code already.")})
        seen.add(participant.code)
        return _revised(row, participant, practice)

    return judged(rows, weigh)


def _revised(row: Row, participant: Participant, practice: Practice) -> Iterator[Change]:
    since = row.values.get("enrolled_on")
    if since and participant.ended_on and str(since) > str(participant.ended_on):
        raise ValidationError({"enrolled_on": _("Nobody leaves before they came.")})
    yield from revised(row, participant, SAID, practice)


def _enrolled(
    row: Row, practice: Practice, person: Person, workers: Mapping[str, Person]
) -> Iterator[Change]:
    if row.values.get("enrolled_on") is None:
        raise ValidationError({"enrolled_on": _("Something must stand here.")})
    said: dict[str, Any] = {name: row.values[name] for name in SAID if row.values.get(name) is not None}
    participant = Participant(practice=practice, code=new_code(), **said)
    check(participant, practice)
    changes = [Change(row.number, participant)]
    if named := row.values.get("worker"):
        worker = workers.get(str(named).strip().casefold())
        if worker is None:
            raise ValidationError({"worker": _("Nobody of this name works with participants here.")})
        assignment = Assignment(participant=participant, worker=worker, by=person)
        changes.append(Change(row.number, assignment))
    yield from changes


TABLE = Table(
    "participants", gettext_lazy("Participants"), COLUMNS, (), _rows, _judge,
    on_people=True, lift=kept, lower=unless_in_use,
)  # fmt: skip
