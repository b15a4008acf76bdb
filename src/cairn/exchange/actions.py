"""What was read becomes a practice and an assessment: everything at once or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from pydantic import TypeAdapter

from cairn.assessments import actions as assessments
from cairn.exchange.models import Intake
from cairn.exchange.reading.shape import Reading
from cairn.exchange.sayings import sayings_of
from cairn.exchange.understanding import Understood, understood
from cairn.frameworks.enums import Mode
from cairn.frameworks.facts import framework_of
from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Organisation, Person
from cairn.practices import actions as practices
from cairn.practices.models import Practice

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

KEPT_FOR = timedelta(days=7)
"""How long a reading waits to be checked."""
_readings = TypeAdapter(Reading)


@transaction.atomic
def import_reading(
    *,
    reading: Reading,
    organisation: Organisation,
    by: Person,
    framework_version: FrameworkVersion,
    practice: Practice | None = None,
    file_name: str = "",
    decided: Mapping[str, str] | None = None,
    left_out: Mapping[str, str] | None = None,
) -> Assessment:
    """An assessment with everything that was read, and the practice itself where none is given.

    `decided` holds levels by item id where a person decided otherwise than what was read ("" for not decided),
    `left_out` reasons by question id. What a given practice already says stays; where the document says otherwise,
    and wherever something could not be placed, its words are kept with the assessment. Nothing is dropped.
    """
    titled = PurePath(file_name).stem.replace("-", " ").replace("_", " ").strip() or reading.framework
    facts = understood(reading.practice, titled)
    kept = list(facts.kept)
    if practice is None:
        practice = practices.create(organisation=organisation, by=by, **facts.fields)
    else:
        practice, differing = _completed(practice, facts, by)
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
    assessments.record(assessment=assessment, entries=entries, by=by)
    texts = [*kept, *cut, *(line.text for line in reading.unmatched)]
    assessments.keep_leftovers(assessment=assessment, texts=texts)
    return assessment


def _completed(practice: Practice, facts: Understood, by: Person) -> tuple[Practice, list[str]]:
    """Fill what the practice does not say yet; hand back what it says differently."""
    said: dict[str, Any] = {name: value for name, value in facts.fields.items() if value and name != "title"}
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


def reading_of(intake: Intake) -> Reading:
    return _readings.validate_json(intake.reading)


@transaction.atomic
def commit(
    *, intake: Intake, decided: Mapping[str, str], left_out: Mapping[str, str], by: Person
) -> Assessment:
    """Make the practice and its assessment; a second time gives the same one. A failure leaves the intake as it is."""
    intake = Intake.objects.select_for_update(of=("self",)).select_related("assessment").get(pk=intake.pk)
    if intake.assessment is not None:
        return intake.assessment
    intake.assessment = import_reading(
        reading=reading_of(intake),
        organisation=intake.organisation,
        practice=intake.practice,
        framework_version=intake.framework_version,
        file_name=intake.file_name,
        decided=decided,
        left_out=left_out,
        by=by,
    )
    intake.reading = ""
    intake.save(update_fields=["assessment", "reading"])
    return intake.assessment
