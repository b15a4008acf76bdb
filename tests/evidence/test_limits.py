"""A practice may ask for more or less than Cairn proposes, with a reason that everyone can read."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cairn.evidence import actions, adjusting, facts
from cairn.evidence.enums import Verdict
from cairn.evidence.rule import Unit
from cairn.evidence.telling import amount
from cairn.frameworks import actions as frameworks
from cairn.frameworks.facts import shipped_framework
from cairn.trail import facts as trail
from tests.registers.factories import a_record

CRITERIA = "good-practice-criteria"
WHY = "We are two people; one contribution a year is what we can do."


@pytest.fixture
def put(practice, coordinator):
    def put(value, reason=WHY, item="P2.1", name="contributions"):
        return actions.set_limit(
            practice=practice,
            framework=CRITERIA,
            item=item,
            name=name,
            value=value,
            reason=reason,
            by=coordinator,
        )

    return put


@pytest.fixture
def pages(client, coordinator):
    for framework in (CRITERIA, "cairn-sustainability"):
        frameworks.load(framework=shipped_framework(framework))
    client.force_login(coordinator)
    return client


def first_part(practice):
    return facts.standing(practice, CRITERIA).items["P2.1"].parts[0]


def test_a_limit_of_its_own_is_what_counts_until_it_is_taken_back(put, practice, coordinator):
    a_record(practice, coordinator, "policy_recommendation")
    assert first_part(practice).found.verdict is Verdict.PARTLY

    made = put(1)
    assert str(made) == "P2.1 contributions 1.0"
    assert first_part(practice).found.verdict is Verdict.YES
    assert facts.standing(practice, CRITERIA).items["P2.1"].own_limits == ("contributions",)
    assert facts.standing(practice, CRITERIA).items["P1.1"].own_limits == ()
    assert trail.of(f"limit:{made.pk}").get().reason == WHY

    put(None, "We are four now.")
    assert first_part(practice).found.verdict is Verdict.PARTLY
    assert facts.standing(practice, CRITERIA).items["P2.1"].own_limits == ()
    assert [one.value for one in adjusting.changes(practice.pk, CRITERIA)] == [None, 1]


def test_another_practice_keeps_what_cairn_proposes(put, practice):
    put(1)

    assert adjusting.own_limits(practice.pk + 1, CRITERIA) == {}
    assert adjusting.own_limits(practice.pk, "cairn-sustainability") == {}


@pytest.mark.parametrize(
    ("value", "said", "words"),
    [
        (0, {}, "A whole number from 1 to 10000."),
        (1.5, {}, "A whole number from 1 to 10000."),
        (1.01, {"name": "own_data"}, "More than 0 and at most 100 per cent."),
        (4_000, {"name": "fresh_for"}, "A whole number from 1 to 3650."),
        (2, {}, "So it stands already."),
        (None, {}, "So it stands already."),
        (3, {"reason": "  "}, "This field cannot be blank."),
        (3, {"name": "beauty"}, "There is no such limit."),
        (3, {"item": "X9"}, "There is no such limit."),
    ],
)
def test_what_cannot_be_a_limit_is_refused(put, value, said, words):
    with pytest.raises(ValidationError) as refused:
        put(value, **said)

    assert refused.value.messages == [words]


def test_every_limit_can_be_told(practice):
    told = list(adjusting.all_of(practice.pk, CRITERIA))

    assert {one.item for one in told} >= {"I1.1", "R3.3"}
    assert all(amount(one.default, one.limit.unit) for one in told)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.95, Unit.SHARE, "95 %"),
        (3, Unit.COUNT, "3"),
        (1, Unit.DAYS, "1 day"),
        (12, Unit.MONTHS, "12 months"),
    ],
)
def test_amounts_are_said_in_their_unit(value, unit, words):
    assert amount(value, unit) == words


class TestPages:
    def test_a_limit_is_set_with_a_reason_and_both_are_shown(self, pages, practice):
        address = reverse("evidence_limit", args=[practice.pk, CRITERIA, "P2.1", "own_data"])
        asked = pages.get(address).content.decode()
        assert "Cairn proposes 50 %." in asked
        assert "in per cent" in asked

        assert pages.post(address, {"value": "50", "reason": WHY}).status_code == 422
        assert pages.post(address, {"value": "30", "reason": WHY}).status_code == 302
        shown = " ".join(pages.get(reverse("evidence_limits", args=[practice.pk])).content.decode().split())

        assert adjusting.own_limits(practice.pk, CRITERIA) == {"P2.1": {"own_data": 0.3}}
        assert "<strong>30 %</strong>" in shown
        assert "set here; Cairn proposes 50 %" in shown
        assert WHY in shown
        assert 'value="30.0"' in pages.get(address).content.decode()
        assert (
            "By limits of this practice"
            in pages.get(reverse("evidence", args=[practice.pk])).content.decode()
        )

    def test_going_back_is_an_empty_field(self, pages, practice, put):
        put(3)
        address = reverse("evidence_limit", args=[practice.pk, CRITERIA, "P2.1", "contributions"])
        assert 'value="3.0"' in pages.get(address).content.decode()
        pages.post(address, {"value": "", "reason": "As proposed."})

        assert adjusting.own_limits(practice.pk, CRITERIA) == {}
        shown = pages.get(reverse("evidence_limits", args=[practice.pk])).content.decode()
        assert "what Cairn proposes" in shown

    def test_a_limit_that_rules_no_longer_have_is_still_told(self, pages, practice, put):
        type(put(3)).objects.update(name="gone")

        assert "gone" in pages.get(reverse("evidence_limits", args=[practice.pk])).content.decode()

    def test_what_is_no_limit_is_not_there(self, pages, practice):
        address = reverse("evidence_limit", args=[practice.pk, CRITERIA, "P2.1", "beauty"])

        assert pages.get(address).status_code == 404

    def test_all_can_be_taken_away(self, pages, practice, put):
        put(3)
        table = pages.get(reverse("evidence_limits_export", args=[practice.pk, "csv"])).content.decode()

        assert "good-practice-criteria,P2.1,Contributions" in table or ",3" in table
