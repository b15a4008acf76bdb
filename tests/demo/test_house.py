import stat

import pytest
from django.core import mail

from cairn.curation.models import Collection
from cairn.demo.house import build
from cairn.demo.sign_ins import sign_ins_kept
from cairn.frameworks import actions as frameworks
from cairn.frameworks.enums import Standing
from cairn.improvement.models import ImprovementAction
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.publications.portrait import from_text
from tests.assessments.factories import a_framework


@pytest.fixture(autouse=True)
def _data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def portrait(db):
    build()
    return from_text(Practice.objects.get(title__startswith="Steady").publications.get().text)


def test_the_demo_is_read_from_its_document_and_published(portrait):
    not_met = {item.id for item in portrait.items if item.mark.standing is Standing.NOT_MET}

    assert not_met == {"R2.2", "E1.3", "E2.2", "E2.5", "P1.2", "P2.2"}
    assert (portrait.tally.met, portrait.tally.not_met) == (25, 6)
    assert [question.id for question in portrait.questions if question.left_out] == ["I2"]


def test_the_demo_is_worth_looking_at(portrait):
    answered = [question for question in portrait.questions if not question.left_out]

    assert len(answered) == 9
    assert all(60 <= len(question.narrative.split()) <= 120 for question in answered)
    assert sum(len(question.tools) for question in answered) == 5
    assert portrait.practice.country.label == "Belgium"
    assert portrait.practice.ends_on.year == 2024
    assert portrait.practice.languages


def test_another_practice_is_half_way(db):
    frameworks.load(framework=a_framework(), shipped=True)

    build()

    practice = Practice.objects.get(title="Words at the Kitchen Table")
    assessment = practice.assessments.get()
    assert assessment.framework_version.framework_id != "good-practice-criteria"
    assert 0 < assessment.entries.count() < 20
    assert not practice.publications.exists()


def test_everyone_in_the_demo_can_sign_in_and_the_passwords_are_kept_for_the_owner(db, tmp_path):
    made = build()

    assert sign_ins_kept() == made
    assert all(Person.objects.get(email=one.email).check_password(one.password) for one in made)
    assert stat.S_IMODE((tmp_path / "demo-sign-ins.json").stat().st_mode) == 0o600


def test_a_second_house_changes_nothing(db):
    assert len(build()) == 9
    assert build() == ()
    assert Practice.objects.count() == 4


def test_without_a_demo_there_is_nothing_to_print():
    assert sign_ins_kept() == ()


def test_the_house_works_together(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        build()

    assert mail.outbox == []

    gardens = Practice.objects.get(title="Gardens Behind the School")
    table = Practice.objects.get(title="The Repair Table")
    (assessment,) = table.assessments.all()
    (round_,) = assessment.rounds.all()
    assert gardens.publications.count() == 1
    assert [seat.handed_in_at is not None for seat in round_.seats.all()] == [True] * 3
    assert assessment.threads.count() == 1
    assert ImprovementAction.objects.filter(practice__title__startswith="Steady").count() == 3
    assert Collection.objects.get().places.count() == 2
