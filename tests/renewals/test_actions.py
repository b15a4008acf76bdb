"""Beginning the next assessment from a former one: copied, upgraded, or by another framework."""

import pytest
from django.core.exceptions import ValidationError

from cairn.assessments import actions as assessments
from cairn.assessments import facts as read
from cairn.assessments.saying import Closed
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from cairn.frameworks import uses
from cairn.frameworks.enums import Mode
from cairn.renewals import actions, facts
from tests.assessments.factories import an_assessment, say
from tests.renewals.factories import LEVELS, second_version

pytestmark = pytest.mark.django_db


def test_the_next_one_begins_blank(former, assessor):
    fresh = actions.begin_next(former=former, by=assessor)

    assert (fresh.follows, fresh.framework_version) == (former, former.framework_version)
    assert read.entries_of(fresh) == {}


def test_a_copy_takes_marks_and_answers_along_and_says_by_whom(former, assessor):
    fresh = actions.begin_copy(former=former, by=assessor)

    assert facts.levels_of(fresh) == LEVELS
    assert read.entries_of(fresh)["Q"].narrative == "It is."
    assert {change.by for change in read.history(fresh)} == {assessor}


def test_what_was_suggested_goes_along_with_its_day_and_its_reason(former, coordinator):
    then = {"outcome": "supported", "strength": "2", "on": "2025-03-01"}
    former.entries.filter(node_id="Q.1").update(suggested=then, reason="I was there.")
    second_version()

    for fresh in (
        actions.begin_copy(former=former, by=coordinator),
        actions.upgrade(former=former, by=coordinator),
    ):
        entry = read.entries_of(fresh)["Q.1"]
        assert (entry.suggested, entry.reason) == (then, "I was there.")


def test_a_published_assessment_can_be_taken_up_again(former, coordinator):
    assessments.publish(assessment=former, by=coordinator)

    assert facts.levels_of(actions.begin_copy(former=former, by=coordinator)) == LEVELS


def test_an_upgrade_carries_kept_marks_and_proposes_changed_ones(former, coordinator):
    second_version()

    fresh = actions.upgrade(former=former, by=coordinator)

    assert facts.levels_of(fresh) == {"Q.1": "good"}
    assert read.entries_of(fresh)["Q.1"].note == "Seen of Q.1."
    assert read.entries_of(fresh)["Q"].narrative == "It is."
    found = {one.node_id: (one.level, one.source_ids, one.relation) for one in facts.proposals_of(fresh)}
    assert found == {
        "Q.2": ("bad", ["Q.2"], "reworded"),
        "Q.3a": ("good", ["Q.3"], "split"),
        "Q.3b": ("good", ["Q.3"], "split"),
        "Q.45": ("good", ["Q.4", "Q.5"], "merged"),
    }
    assert fresh.follows == former
    assert facts.levels_of(former) == LEVELS


def test_parts_that_disagree_propose_nothing(former, coordinator):
    second_version()
    say(former, coordinator, "Q.5", level="bad")

    fresh = actions.upgrade(former=former, by=coordinator)

    assert not facts.proposals_of(fresh).filter(node_id="Q.45").exists()


def test_without_a_newer_version_there_is_no_upgrade(former, coordinator):
    with pytest.raises(ValidationError, match="no newer version"):
        actions.upgrade(former=former, by=coordinator)


def test_accepting_makes_a_mark_and_says_by_whom(former, coordinator, assessor):
    second_version()
    fresh = actions.upgrade(former=former, by=coordinator)
    proposal = facts.proposals_of(fresh).get(node_id="Q.2")

    assert str(proposal) == f"{fresh.pk}/Q.2: bad"
    assert actions.accept(assessment=fresh, proposals=[proposal.pk], by=assessor) == 1

    assert facts.levels_of(fresh)["Q.2"] == "bad"
    assert read.history(fresh).first().by == assessor
    assert facts.proposals_of(fresh).get(pk=proposal.pk).decided_by == assessor
    assert actions.accept(assessment=fresh, proposals=[proposal.pk], by=assessor) == 0


def test_declining_marks_nothing(former, coordinator):
    second_version()
    fresh = actions.upgrade(former=former, by=coordinator)
    proposals = [one.pk for one in facts.open_proposals(fresh)]

    assert actions.decline(assessment=fresh, proposals=proposals, by=coordinator) == 4

    assert facts.levels_of(fresh) == {"Q.1": "good"}
    assert not facts.open_proposals(fresh).exists()


def test_proposals_of_another_assessment_are_out_of_reach(former, coordinator):
    second_version()
    fresh = actions.upgrade(former=former, by=coordinator)
    proposal = facts.proposals_of(fresh).first()

    assert actions.accept(assessment=former, proposals=[proposal.pk], by=coordinator) == 0


def test_once_published_nothing_can_be_accepted(former, coordinator):
    second_version()
    fresh = actions.upgrade(former=former, by=coordinator)
    assessments.publish(assessment=fresh, by=coordinator)

    with pytest.raises(Closed):
        actions.accept(assessment=fresh, proposals=[facts.open_proposals(fresh).first().pk], by=coordinator)

    assert facts.open_proposals(fresh).count() == 4


def test_another_framework_is_begun_with_proposals_only(organisation, coordinator, criteria):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria))
    say(former, coordinator, "R1.1", level="met")
    say(former, coordinator, "I3.1", level="partly")
    selection = framework_facts.loaded_version("ewsi-selection")

    fresh = actions.begin_by(former=former, version=selection, by=coordinator)

    assert facts.levels_of(fresh) == {}
    assert [(one.node_id, one.relation, one.source_ids) for one in facts.proposals_of(fresh)] == [
        ("C1.1", "broader", ["R1.1"])
    ]
    assert selection in facts.others(former)


def test_another_framework_may_not_know_this_kind_of_assessment(organisation, coordinator, criteria):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria), mode=Mode.PEER)
    standard = framework_facts.loaded_version("core-humanitarian-standard")

    assert actions.begin_by(former=former, version=standard, by=coordinator).mode == Mode.SELF


def test_frameworks_learn_who_goes_by_them(former, coordinator, stranger):
    assert uses.uses_of(former.framework_version, coordinator) == 1
    assert uses.uses_of(former.framework_version, stranger) == 0
