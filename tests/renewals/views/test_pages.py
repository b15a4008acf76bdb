"""Going on from an assessment, on the pages."""

import pytest
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from cairn.renewals import actions, facts
from tests.assessments.factories import an_assessment, say
from tests.renewals.factories import LEVELS, second_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh(former, coordinator):
    second_version()
    return actions.upgrade(former=former, by=coordinator)


def page(client, name, assessment, query=""):
    return client.get(reverse(name, args=[assessment.pk]) + query).content.decode()


def test_the_next_one_is_begun_as_a_copy_or_blank(client, former, assessor):
    client.force_login(assessor)
    address = reverse("assessment_next", args=[former.pk])

    assert "Begin with a copy" in client.get(address).content.decode()
    client.post(address, {"copy": "1"})
    client.post(address, {"blank": "1"})

    blank, copy = former.followed_by.order_by("-pk")
    assert facts.levels_of(copy) == LEVELS
    assert facts.levels_of(blank) == {}


def test_a_reader_sees_what_could_be_begun_and_cannot_do_it(client, former, reader):
    client.force_login(reader)

    assert "Assessors and coordinators" in page(client, "assessment_next", former)
    assert client.post(reverse("assessment_next", args=[former.pk])).status_code == 404


def test_a_withdrawn_version_is_told_and_nothing_is_begun(client, former, coordinator):
    frameworks.withdraw(version=former.framework_version, reason="A wrong word.", by=coordinator)
    client.force_login(coordinator)

    answer = client.post(reverse("assessment_next", args=[former.pk]), {"copy": "1"}, follow=True)

    assert "This version was taken out of use" in answer.content.decode()
    assert not former.followed_by.exists()


def test_an_upgrade_is_previewed_then_made(client, former, coordinator):
    client.force_login(coordinator)
    assert "There is no newer version" in page(client, "assessment_upgrade", former)
    assert reverse("assessment_upgrade", args=[former.pk]) not in page(client, "assessment_next", former)
    second_version()

    assert reverse("assessment_upgrade", args=[former.pk]) in page(client, "assessment_next", former)
    preview = page(client, "assessment_upgrade", former)
    assert not former.followed_by.exists()
    answer = client.post(reverse("assessment_upgrade", args=[former.pk]), follow=True).content.decode()

    assert "Split: 1" in preview
    assert "Leaves and smoke are two things." in preview
    assert "4 proposals" in answer


def test_proposals_are_shown_as_derived_and_decided_one_by_one_or_at_once(client, fresh, coordinator):
    client.force_login(coordinator)
    address = reverse("proposals", args=[fresh.pk])
    first, second, *rest = facts.open_proposals(fresh)

    shown = client.get(address).content.decode()
    client.post(address, {"accept": str(first.pk)})
    client.post(address, {"decline": str(second.pk)})
    client.post(address, {"accept": ",".join(str(one.pk) for one in rest)})
    client.post(address, {"accept": "x,99999999999"})
    client.post(address)

    assert "Proposed: Bad. It follows from Q.2 of Tea, version 1 (Reworded)." in shown
    assert "Marked now: Not decided" in shown
    done = client.get(address).content.decode()
    assert "Cora accepted it on" in done
    assert "Cora declined it on" in done
    assert set(facts.levels_of(fresh)) == {"Q.1", "Q.2", "Q.3b", "Q.45"}


def test_a_published_assessment_says_why_nothing_is_accepted(client, fresh, coordinator):
    assessments.publish(assessment=fresh, by=coordinator)
    client.force_login(coordinator)

    answer = client.post(
        reverse("proposals", args=[fresh.pk]), {"accept": facts.open_proposals(fresh).first().pk}, follow=True
    )

    assert "it stays as it is" in answer.content.decode()


def test_without_proposals_the_page_says_so(client, former, coordinator):
    client.force_login(coordinator)

    assert "Nothing is proposed here" in page(client, "proposals", former)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_fixed_number_of_questions(
    client, fresh, coordinator, count, django_assert_num_queries
):
    surplus = [one.pk for one in facts.proposals_of(fresh)][count:]
    facts.proposals_of(fresh).filter(pk__in=surplus).delete()
    client.force_login(coordinator)
    page(client, "proposals", fresh)

    with django_assert_num_queries(6):
        page(client, "proposals", fresh)


def test_what_it_says_elsewhere_is_derived_and_can_be_begun(client, organisation, coordinator, criteria):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria))
    say(former, coordinator, "R1.1", level="met")
    client.force_login(coordinator)
    address = reverse("assessment_elsewhere", args=[former.pk])

    assert "EWSI" in client.get(address).content.decode()
    shown = page(client, "assessment_elsewhere", former, "?framework=ewsi-selection@1")
    assert "Nobody has judged by it yet." in shown
    assert "Derived: " in shown
    assert "None follows" in shown
    answer = client.post(address, {"framework": "ewsi-selection@1"}, follow=True).content.decode()

    assert "1 proposal" in answer
    assert client.post(address, {"framework": "tarot@1"}).status_code == 404


def test_without_a_mapping_the_page_says_so(client, former, coordinator):
    client.force_login(coordinator)

    assert "No framework in use maps to this one" in page(client, "assessment_elsewhere", former)
    assert State(former.state) is State.DRAFT
