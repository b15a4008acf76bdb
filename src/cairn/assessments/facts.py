"""What is true of assessments, and who may see which."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import get_language

from cairn.assessments import portraying
from cairn.assessments.enums import State
from cairn.assessments.models import Assessment, Change, Entry
from cairn.assessments.outline import Outline
from cairn.assessments.saying import Conflict, Value
from cairn.assessments.scoring import Marks, Score, score
from cairn.frameworks.enums import Standing
from cairn.frameworks.facts import framework_in, framework_of, unchecked
from cairn.frameworks.shape import Framework
from cairn.people.enums import Permission
from cairn.people.facts import may, organisations_where
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications.models import Publication
from cairn.publications.portrait import Portrait, digest_of, to_text


def may_write(person: Person, assessment: Assessment) -> bool:
    """Whether this person may say anything in it; once published, nobody may."""
    return not assessment.stands.closed and may(person, Permission.ASSESS, assessment.practice.organisation)


BESIDE = ("practice__organisation", "framework_version__withdrawal", "edition")
"""What every reader of an assessment needs at once."""


def visible_to(person: Person, permission: Permission = Permission.SEE_ASSESSMENT) -> QuerySet[Assessment]:
    """The assessments on which this person may use this permission; others look as if they were not there."""
    return (
        Assessment.objects.filter(practice__organisation__in=organisations_where(person, permission))
        .select_related(*BESIDE)
        .defer("edition__text")
    )


def numbered(number: int) -> Assessment:
    """For commands, whose caller owns the machine. Raises Assessment.DoesNotExist."""
    return Assessment.objects.select_related(*BESIDE).defer("edition__text").get(pk=number)


def on_their_way() -> QuerySet[Assessment]:
    """For commands: everything that is not public yet."""
    return Assessment.objects.exclude(state=State.PUBLISHED).select_related(*BESIDE).defer("edition__text")


def assessments_of(practice: Practice) -> QuerySet[Assessment]:
    """Newest first."""
    return practice.assessments.select_related(*BESIDE, "started_by").defer("edition__text")


def frameworks_of(practice: Practice) -> frozenset[str]:
    """Ids of the frameworks by which it was ever assessed."""
    named = practice.assessments.order_by().values_list("framework_version__framework_id", flat=True)
    return frozenset(named.distinct())


def history(assessment: Assessment) -> QuerySet[Change]:
    """Every change, newest first, with who made it and whether it was undone."""
    return assessment.changes.select_related("by", "undone_by", "undoes").order_by("-pk")


def standing_of(assessment: Assessment, item_id: str) -> Standing:
    """How one item stands; nothing stored is unknown."""
    entry = assessment.entries.filter(node_id=item_id).first()
    return framework_of(assessment.framework_version).standing(item_id, entry.level if entry else "")


def score_of(assessment: Assessment) -> Score:
    """One query for the entries; the rest is arithmetic (see scoring.py)."""
    return score(framework_of(assessment.framework_version), marks_of(assessment))


def marks_of(assessment: Assessment) -> Marks:
    return portraying.marks_of(assessment.practice, list(assessment.entries.all()))


def entries_of(assessment: Assessment) -> dict[str, Entry]:
    """What was said, by node."""
    return {entry.node_id: entry for entry in assessment.entries.all()}


def said_in(assessments: QuerySet[Assessment]) -> dict[int, list[tuple[str, str, bool]]]:
    """Of many at once, in one query: node id, level id and whether it was left out, by number of the assessment."""
    found: dict[int, list[tuple[str, str, bool]]] = {}
    rows = Entry.objects.filter(assessment__in=assessments.order_by().values("pk")).values_list(
        "assessment_id", "node_id", "level", "left_out"
    )
    for number, node_id, level, left_out in rows:
        found.setdefault(number, []).append((node_id, level, left_out))
    return found


def framework_shown(assessment: Assessment) -> Framework:
    """The framework in the language of whoever is looking, as far as it is translated."""
    return framework_in(assessment.framework_version, get_language())


def outline_of(assessment: Assessment) -> Outline:
    """The tree with tallies and tasks, in one query."""
    framework = framework_shown(assessment)
    entries = entries_of(assessment)
    marks = portraying.marks_of(assessment.practice, entries.values())
    return Outline(framework, entries, marks.tags, score(framework, marks))


def fingerprint(assessment: Assessment) -> str:
    """SHA-256 of the exact text that would be published now: facts, narratives, marks and the framework's wording."""
    return digest_of(to_text(portrait_of(assessment)))


def approval_holds(assessment: Assessment) -> bool:
    """Whether what was approved is still, to the letter, what stands."""
    return assessment.state == State.APPROVED and assessment.approved_digest == fingerprint(assessment)


def authors_of(assessment: Assessment) -> frozenset[int]:
    """Ids of everyone who wrote any of it: they cannot be the second pair of eyes."""
    wrote = assessment.changes.order_by().values_list("by_id", flat=True).distinct()
    return frozenset([*wrote, assessment.started_by_id])


def last_edition(practice: Practice) -> Publication | None:
    """The newest edition, withdrawn or not."""
    return practice.publications.order_by("-edition").first()


def contest(assessment: Assessment, node_id: str, field: str, yours: Value) -> Conflict | None:
    """What stands against a value, as a conflict with the one who wrote it; None where they agree."""
    change = history(assessment).filter(node_id=node_id, after__has_key=field).order_by("-revision").first()
    entry = assessment.entries.get(node_id=node_id) if change else None
    if change is None or entry is None or getattr(entry, field) == yours:
        return None
    return Conflict(node_id, field, yours, getattr(entry, field), change.by.name, change.at, entry.revision)


def portrait_of(assessment: Assessment, language: str | None = None) -> Portrait:
    """Everything a reader may see of the assessed practice, in one language (its own, where none is named).

    One query beyond those for an assessment that came through `visible_to`.
    """
    spoken = language or assessment.language
    framework = framework_in(assessment.framework_version, spoken)
    return portraying.portrait_of(
        assessment,
        framework,
        list(assessment.entries.all()),
        spoken,
        unchecked=unchecked(assessment.framework_version, spoken),
    )
