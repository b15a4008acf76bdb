"""The demo's house at work: a second published practice, a round of three assessors, improvements, a collection."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.facts import fingerprint, numbered
from cairn.assessments.saying import Saying
from cairn.curation import actions as curation
from cairn.frameworks.enums import Mode, Standing
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework
from cairn.improvement import actions as improvement
from cairn.notices import actions as notices
from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.practices import actions as practices
from cairn.practices.models import Practice
from cairn.review.actions import commenting, steps
from cairn.rounds.actions import judging, opening
from cairn.rounds.enums import Confidence, Kind, Purpose
from cairn.rounds.saying import Judged

if TYPE_CHECKING:
    from cairn.publications.models import Publication

GARDEN_ANSWER = (
    "Six gardens behind the school are shared by people who came last year and people who were born in the street. "
    "What is planted is decided in spring, by everyone who wants to dig; what is left over goes to the food bank."
)
WEAK = (
    (
        "R2.2",
        "Ask former participants to cook for the street party",
        "Neighbours meet the women as hosts",
        40,
    ),
    ("E2.2", "Write down what could go wrong, and a second way for each", "One illness stops no week", 75),
    ("P1.2", "Sit down twice a year with the school and the neighbours", "They help to plan", -6),
)
"""Item, what is to be done, what is hoped for, and in how many days; one is late."""


def a_person(*, email: str, name: str, password: str | None = None) -> Person:
    """Someone of the demo, who gets no email: nobody reads it."""
    person = people.add_person(email=email, name=name, password=password)
    notices.choose(by=person, language="", wants_email=False, wants_weekly=True)
    return person


def review_and_publish(
    assessment_pk: int, *, submitter: Person, reviewer: Person, publisher: Person
) -> Publication:
    """The whole way to the public, as the house walks it."""
    assessment = numbered(assessment_pk)
    steps.submit(assessment=assessment, seen=State.DRAFT, by=submitter, open_is_fine=True)
    steps.approve(assessment=assessment, seen=State.IN_REVIEW, digest=fingerprint(assessment), by=reviewer)
    return assessments.publish(assessment=assessment, by=publisher)


def shared_gardens(
    house: Organisation, version: FrameworkVersion, framework: Framework, cast: dict[str, Person]
) -> Publication:
    """Another published practice by the same criteria, to compare with."""
    practice = practices.create(
        organisation=house,
        by=cast["assessor"],
        title="Gardens Behind the School",
        summary="Newcomers and old neighbours share six gardens, a shed and one long table.",
        country="BE",
        places=["Veldhaven"],
        starts_on=date(2023, 3, 1),
        target_groups=["families", "receiving-society"],
        legal_statuses=["any-status"],
        integration_areas=["civic-life", "language", "health"],
        languages=["nl", "ar", "uk"],
    )
    assessment = assessments.start(
        practice=practice, framework_version=version, mode=Mode.PEER, language="en", by=cast["assessor"]
    )
    pattern = cycle(("met", "met", "partly", "met", "not_met"))
    marks = [Saying(item.id, None, level=next(pattern)) for item in framework.items]
    words = [Saying(framework.questions[0].id, None, narrative=GARDEN_ANSWER)]
    assessments.record(assessment=assessment, entries=[*words, *marks], by=cast["assessor"])
    return review_and_publish(
        assessment.pk, submitter=cast["assessor"], reviewer=cast["reviewer"], publisher=cast["coordinator"]
    )


def three_assessors(
    house: Organisation, version: FrameworkVersion, framework: Framework, cast: dict[str, Person]
) -> None:
    """A round in which everyone has handed in, mostly of one mind."""
    practice = practices.create(
        organisation=house,
        by=cast["coordinator"],
        title="The Repair Table",
        summary="Once a month things are mended together, and whoever can mend shows those who cannot yet.",
        country="BE",
        places=["Oosterbrug"],
        starts_on=date(2024, 10, 5),
        target_groups=["job-seekers"],
        integration_areas=["employment", "civic-life"],
    )
    assessment = assessments.start(
        practice=practice,
        framework_version=version,
        mode=Mode.EXTERNAL,
        language="en",
        by=cast["coordinator"],
    )
    round_ = opening.open_round(
        assessment=assessment,
        purpose=Purpose.VERIFICATION,
        deadline=timezone.localdate() + timedelta(days=14),
        instructions="Judge what you saw on the two Saturdays and what is in the file, each for yourself.",
        by=cast["coordinator"],
    )
    invited = (
        (cast["assessor"].email, cast["assessor"].name, Kind.INTERNAL),
        ("lena@open-workshop.example", "Lena Peer", Kind.PEER),
        ("tomas@far-institute.example", "Tomas External", Kind.EXTERNAL),
    )
    for email, name, _kind in invited[1:]:
        a_person(email=email, name=name)
    for place, (email, name, kind) in enumerate(invited):
        seat, _password = opening.invite(
            round_=round_, email=email, name=name, kind=kind, scope=(), by=cast["coordinator"]
        )
        judging.judge(seat=seat, said=_judged(framework, place))
        judging.hand_in(seat=seat)
    commenting.begin(
        assessment=assessment,
        node_id=framework.questions[0].id,
        text="Before this comes to me: who opens the door when Mira is away? Please say it in the answer.",
        by=cast["reviewer"],
    )


def _judged(framework: Framework, place: int) -> list[Judged]:
    """One assessor's view: every seventh item is seen otherwise by the one after, every eleventh by the last."""
    said = []
    for number, item in enumerate(framework.items):
        levels = framework.scales_by_item[item.id].levels
        differs = (place == 1 and number % 7 == 3) or (place == 2 and number % 11 == 5)
        level = levels[(number % 2 + differs) % len(levels)]
        reason = (
            "Seen on both Saturdays." if level.standing is Standing.MET else "Not seen, and not in the file."
        )
        said.append(Judged(item.id, 0, level.id, reason, Confidence.FAIRLY if differs else Confidence.SURE))
    return said


def improve(practice: Practice, cast: dict[str, Person]) -> None:
    """What is done about items that were not met; one of it is late, one done."""
    assessment = practice.assessments.get()
    planned = [
        improvement.plan(
            assessment=assessment,
            node_id=node_id,
            what=what,
            expected=expected,
            owner=cast["assessor"],
            due_on=timezone.localdate() + timedelta(days=days),
            by=cast["coordinator"],
        )
        for node_id, what, expected, days in WEAK
    ]
    improvement.note(
        action=planned[0], text="Two women want to; the date is being looked for.", by=cast["assessor"]
    )


def gather(publications: list[Publication], editor: Person, house: Organisation) -> None:
    """A collection that everyone can read."""
    collection = curation.begin(
        organisation=house,
        title="Where people meet while they learn",
        introduction="For those who begin with little money and one open room.",
        language="en",
        by=editor,
    )
    reasons = ("Work comes last here, and lasts.", "Nobody is a guest in a garden they dug.")
    for publication, reason in zip(publications, reasons, strict=True):
        curation.put(collection=collection, practice=publication.practice, reason=reason, by=editor)
    curation.show(collection=collection)
