"""What was read becomes a practice and an assessment: everything at once or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from cairn.assessments import actions as assessments
from cairn.assessments.weighing.reading import evidence_of
from cairn.assessments.weighing.suggesting import kept_unseen
from cairn.exchange import facts
from cairn.exchange.models import Intake
from cairn.exchange.sayings import sayings_of
from cairn.exchange.understanding import Understood, understood
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import framework_of
from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Organisation, Person
from cairn.practices import actions as practices
from cairn.practices.models import Practice
from cairn.reading.actions import read_bytes
from cairn.reading.lines import Unreadable
from cairn.reading.shape import Reading

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

KEPT_FOR = timedelta(days=7)
"""How long a reading waits to be checked."""
_readings = TypeAdapter(Reading)


def read(*, name: str, document: bytes, chosen: FrameworkVersion | None) -> tuple[Reading, FrameworkVersion]:
    """A document by the framework that was chosen, else by the loaded one that fits best, and the version it was.

    Raises Unreadable with one sentence, also where one of our own exports was judged by a framework that is not here.
    """
    reading = read_bytes(
        name, document, framework_of(chosen) if chosen else None, among=facts.newest_frameworks()
    )
    version = facts.framework_version(f"{reading.framework}@{reading.version}")
    if version is None:
        raise Unreadable(
            _("This was judged by the framework %(name)s, which is not loaded here. Load it first.")
            % {"name": f"{reading.framework}@{reading.version}"}
        )
    return reading, version


@transaction.atomic
def import_reading(
    *,
    reading: Reading,
    organisation: Organisation,
    by: Person,
    framework_version: FrameworkVersion,
    practice: Practice | None = None,
    file_name: str = "",
    title: str = "",
    decided: Mapping[str, str] | None = None,
    left_out: Mapping[str, str] | None = None,
) -> Assessment:
    """An assessment with everything that was read, and the practice itself where none is given.

    `decided` holds levels by item id where a person decided otherwise than what was read ("" for not decided),
    `left_out` reasons by question id; `title` names a new practice otherwise than the document does. What a given practice already says stays; where the document says otherwise,
    and wherever something could not be placed, its words are kept with the assessment. Nothing is dropped.
    """
    told = understood(reading.practice, titled(file_name) or reading.framework)
    kept = list(told.kept)
    has_records = practice is not None
    if practice is None:
        practice = practices.create(
            organisation=organisation, by=by, **(told.fields | {"title": title or told.fields["title"]})
        )
    else:
        practice, differing = _completed(practice, told, by)
        kept += differing
    if reading.practice.organisation and reading.practice.organisation != practice.organisation.name:
        kept.append(reading.practice.organisation)
    framework = framework_of(framework_version)
    assessment = assessments.start(
        practice=practice,
        framework_version=framework_version,
        mode=Mode.SELF if Mode.SELF in framework.modes else framework.modes[0],
        language=reading.language,
        by=by,
    )
    entries, cut = sayings_of(reading, framework, decided or {}, left_out or {})
    evidence = evidence_of(assessment) if has_records else {}
    suggested = kept_unseen(evidence, timezone.localdate())
    assessments.record(assessment=assessment, entries=entries, by=by, suggested=suggested)
    texts = [*kept, *cut, *(line.text for line in reading.unmatched)]
    assessments.keep_leftovers(assessment=assessment, texts=texts)
    return assessment


def titled(file_name: str) -> str:
    """What a practice is called by the name of its file, until someone says better."""
    return PurePath(file_name).stem.replace("-", " ").replace("_", " ").strip()


def _completed(practice: Practice, told: Understood, by: Person) -> tuple[Practice, list[str]]:
    """Fill what the practice does not say yet; hand back what it says differently."""
    said: dict[str, Any] = {name: value for name, value in told.fields.items() if value and name != "title"}
    missing: Any = {name: value for name, value in said.items() if not getattr(practice, name)}
    differing = [
        str(value) for name, value in said.items() if name not in missing and value != getattr(practice, name)
    ]
    return practices.revise(practice=practice, revision=practice.revision, by=by, **missing), differing


@transaction.atomic
def take_in(
    *,
    reading: Reading,
    document: bytes,
    file_name: str,
    organisation: Organisation,
    practice: Practice | None,
    framework_version: FrameworkVersion,
    by: Person,
) -> Intake:
    """Keep a reading until a person has checked it. Others that nobody came back to for a week go."""
    Intake.objects.filter(assessment=None, at__lt=timezone.now() - KEPT_FOR).delete()
    return Intake.objects.create(
        organisation=organisation,
        practice=practice,
        framework_version=framework_version,
        file_name=PurePath(file_name).name[:255],
        digest=hashlib.sha256(document).hexdigest(),
        reading=_readings.dump_json(reading).decode(),
        by=by,
    )


@transaction.atomic
def aim(*, intake: Intake, practice: Practice) -> Intake:
    """From now on it will become another assessment of this practice, instead of a practice of its own."""
    intake.practice = practice
    intake.save(update_fields=["practice"])
    return intake


def reading_of(intake: Intake) -> Reading:
    return _readings.validate_json(intake.reading)


@transaction.atomic
def commit(
    *, intake: Intake, decided: Mapping[str, str], left_out: Mapping[str, str], by: Person, title: str = ""
) -> Assessment:
    """Make the practice and its assessment; a second time gives the same one. A failure leaves the intake as it is.

    `title` names the practice otherwise than the document does.
    """
    intake = Intake.objects.select_for_update(of=("self",)).select_related("assessment").get(pk=intake.pk)
    if intake.assessment is not None:
        return intake.assessment
    intake.assessment = import_reading(
        reading=reading_of(intake),
        organisation=intake.organisation,
        practice=intake.practice,
        framework_version=intake.framework_version,
        file_name=intake.file_name,
        title=title,
        decided=decided,
        left_out=left_out,
        by=by,
    )
    intake.reading = ""
    intake.save(update_fields=["assessment", "reading"])
    return intake.assessment
