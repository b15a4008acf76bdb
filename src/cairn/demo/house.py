"""A demo to look at: an imaginary house, one practice imported and published, another begun.

Everything is made through the same actions that people use, the first practice from a document. All is invented.
"""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from cairn.assessments import actions as assessments
from cairn.assessments.saying import Saying
from cairn.demo import together
from cairn.demo.sign_ins import SignIn, keep
from cairn.exchange import actions
from cairn.exchange.facts import USUAL
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework
from cairn.people import actions as people
from cairn.people.models import Organisation, Person
from cairn.people.roles import (
    Assessor,
    Coordinator,
    Editor,
    Funder,
    Mediator,
    Reader,
    Reviewer,
    Safeguarding,
    SocialWorker,
)
from cairn.practices import actions as practices
from cairn.reading.actions import read_file
from cairn.surveys import actions as surveys

if TYPE_CHECKING:
    from cairn.publications.models import Publication

DOCUMENT = Path(__file__).with_name("steady-steps.txt")
HOUSE = "Harbour Lane House"
FIRST_ANSWER = (
    "We are still collecting what belongs here. So far: a list at the door says who cooks and who translates, the room "
    "is on the ground floor, and nobody has to register. *To be added:* what the evenings cost, and who keeps the key "
    "when the parish closes in summer."
)
CAST = (
    ("Mira Coordinator", "mira@harbour-lane.example", Coordinator),
    ("Sanne Social Worker", "sanne@harbour-lane.example", SocialWorker),
    ("Tarik Mediator", "tarik@harbour-lane.example", Mediator),
    ("Jonas Assessor", "jonas@harbour-lane.example", Assessor),
    ("Rian Reviewer", "rian@harbour-lane.example", Reviewer),
    ("Edda Editor", "edda@harbour-lane.example", Editor),
    ("Ama Reader", "ama@harbour-lane.example", Reader),
    ("Lien Safeguarding", "lien@harbour-lane.example", Safeguarding),
    ("Vera Funder", "vera@harbour-lane.example", Funder),
)


@transaction.atomic
def build() -> tuple[SignIn, ...]:
    """Make the demo; nothing and no sign-ins where it stands already."""
    if Organisation.objects.filter(name=HOUSE).exists():
        return ()
    frameworks.load_shipped()
    surveys.load_shipped()
    house = people.found_organisation(name=HOUSE, country="BE", website="https://harbour-lane.example")
    cast, sign_ins = _cast(house)
    version = framework_facts.latest(USUAL)
    framework = framework_facts.framework_of(version)
    steady = _steady_steps(house, cast)
    gardens = together.shared_gardens(house, version, framework, cast)
    _kitchen_table(house, cast["assessor"])
    together.three_assessors(house, version, framework, cast)
    together.improve(steady.practice, cast)
    together.gather([steady, gardens], cast["editor"], house)
    keep(sign_ins)
    return sign_ins


def _cast(house: Organisation) -> tuple[dict[str, Person], tuple[SignIn, ...]]:
    """One person in each role, with fresh passwords, by the key of their role."""
    cast, sign_ins = {}, []
    for name, email, role in CAST:
        password = secrets.token_hex(8)
        person = together.a_person(email=email, name=name, password=password)
        people.give_role(person=person, organisation=house, role=role)
        cast[role.key] = person
        sign_ins.append(SignIn(email, password, str(role.name)))
    return cast, tuple(sign_ins)


def _steady_steps(house: Organisation, cast: dict[str, Person]) -> Publication:
    """Read from its document, completed by what the document does not say, and published."""
    version, coordinator = framework_facts.latest(USUAL), cast["coordinator"]
    assessment = actions.import_reading(
        reading=read_file(DOCUMENT, framework_facts.framework_of(version)),
        organisation=house,
        by=coordinator,
        framework_version=version,
        file_name=DOCUMENT.name,
        left_out={"I2": "The house keeps its address private, so neighbours cannot take part in it."},
    )
    practices.revise(
        practice=assessment.practice,
        revision=assessment.practice.revision,
        by=coordinator,
        places=["Veldhaven", "Oosterbrug"],
        target_groups=["women", "trafficked-people", "job-seekers"],
        legal_statuses=["third-country-nationals", "international-protection", "eu-citizens"],
        integration_areas=["employment", "education-and-training", "health", "social-support"],
        languages=["nl", "fr", "en", "bin", "sq", "ro", "ti"],
    )
    return together.review_and_publish(
        assessment.pk, submitter=coordinator, reviewer=cast["reviewer"], publisher=coordinator
    )


def _kitchen_table(house: Organisation, assessor: Person) -> None:
    """Another practice, judged by other criteria where there are any, half-way through."""
    practice = practices.create(
        organisation=house,
        by=assessor,
        title="Words at the Kitchen Table",
        summary="Neighbours and newcomers cook together once a week and learn the names of things on the way. "
        "Whoever knows a dish leads; whoever knows the words helps.",
        country="BE",
        places=["Oosterbrug"],
        starts_on=date(2025, 9, 1),
        target_groups=["women", "families", "receiving-society"],
        legal_statuses=["any-status"],
        integration_areas=["language", "civic-life"],
        languages=["nl", "ar", "uk", "prs"],
        funding="Small gifts from the street and a room lent by the parish.",
    )
    version = FrameworkVersion.objects.filter(shipped=True).exclude(framework_id=USUAL).first()
    framework = framework_facts.framework_of(version or framework_facts.latest(USUAL))
    assessment = assessments.start(
        practice=practice,
        framework_version=version or framework_facts.latest(USUAL),
        mode=framework.modes[0],
        language="en",
        by=assessor,
    )
    assessments.record(assessment=assessment, entries=_half_way(framework), by=assessor)


def _half_way(framework: Framework) -> list[Saying]:
    """The first half of the items marked, on one level after the other, and a first answer in words."""
    begun = framework.items[: len(framework.items) // 2]
    marks = []
    for place, item in enumerate(begun):
        levels = framework.scales_by_item[item.id].levels
        marks.append(Saying(item.id, None, level=levels[place % len(levels)].id))
    words = [Saying(question.id, None, narrative=FIRST_ANSWER) for question in framework.questions[:1]]
    return [*words, *marks]
