"""Going on from an assessment, on the pages."""

import csv
import io

import pytest
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.facts import framework_shown as framework_of
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from cairn.renewals import actions, facts
from tests.assessments.factories import an_assessment, say
from tests.renewals.factories import LEVELS, SECOND, load, second_version

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


def test_the_preview_says_in_counts_what_happens_to_the_marks(client, former, coordinator):
    second_version()
    client.force_login(coordinator)

    shown = page(client, "assessment_upgrade", former)

    assert "1 mark goes over as it is." in shown
    assert "4 marks are proposed." in shown
    assert "1 item begins undecided." in shown
    assert "1 mark stays in this assessment only." in shown
    counts, changed, button = (shown.index(each) for each in ("1 mark goes", 'id="changed"', "Make the new"))
    assert counts < changed < button


def table(client, name, assessment, query=""):
    """Rows of a CSV by its heads."""
    answer = client.get(reverse(name, args=[assessment.pk, "csv"]) + query)
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_plan_of_an_upgrade_can_be_taken_away(client, former, coordinator):
    client.force_login(coordinator)
    assert table(client, "assessment_upgrade_export", former) == []
    second_version()

    rows = {row["Then"]: row for row in table(client, "assessment_upgrade_export", former)}

    assert rows["Q.3"] == {
        "Then": "Q.3",
        "Wording then": "It smells of leaves and of smoke",
        "Now": "Q.3a, Q.3b",
        "Wording now": "It smells of leaves\nIt smells of smoke",
        "What becomes of it": "Split",
        "What becomes of the mark": "Proposed, to be confirmed",
        "Mark that arrives": "Good, Good",
        "Judged by another scale": "No",
        "Note": "Leaves and smoke are two things.",
    }
    assert rows["Q.6"]["Mark that arrives"] == ""
    assert client.get(reverse("assessment_upgrade_export", args=[former.pk, "xlsx"])).content[:2] == b"PK"


def test_another_scale_is_told_among_the_changes(client, former, coordinator):
    load(SECOND.replace("text: It warms the hands}", "text: It warms, scale: words}"))
    client.force_login(coordinator)

    rows = {row["Then"]: row for row in table(client, "assessment_upgrade_export", former)}
    changed = (
        page(client, "assessment_upgrade", former).partition('id="changed"')[2].partition('id="kept"')[0]
    )

    assert rows["Q.2"]["Judged by another scale"] == "Yes"
    assert "judged by another scale" in changed


def test_proposals_can_be_taken_away_with_what_was_decided(client, fresh, coordinator):
    first, second, *_rest = facts.open_proposals(fresh)
    actions.accept(assessment=fresh, proposals=[first.pk], by=coordinator)
    actions.decline(assessment=fresh, proposals=[second.pk], by=coordinator)
    client.force_login(coordinator)

    rows = table(client, "proposals_export", fresh)

    assert [(row["Item"], row["Decision"], row["Decided by"]) for row in rows] == [
        ("Q.2", "Accepted", "Cora"),
        ("Q.3a", "Declined", "Cora"),
        ("Q.3b", "Open", ""),
        ("Q.45", "Open", ""),
    ]
    assert (rows[3]["Follows from"], rows[3]["Framework"], rows[3]["Version"]) == ("Q.4, Q.5", "Tea", "1")
    assert (rows[0]["Proposed mark"], rows[0]["Marked now"]) == ("Bad", "Bad")


def test_what_follows_elsewhere_can_be_taken_away_for_one_framework_or_all(
    client, organisation, reader, coordinator, criteria
):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria))
    say(former, coordinator, "R1.1", level="met")
    client.force_login(reader)

    one = table(client, "assessment_elsewhere_export", former, "?framework=ewsi-selection@1")
    every = table(client, "assessment_elsewhere_export", former)

    assert {row["Framework"] for row in one} < {row["Framework"] for row in every}
    assert [row["Derived mark"] for row in one if row["Here"] == "R1.1" and row["Derived mark"]] == ["Yes"]
    answer = client.get(
        reverse("assessment_elsewhere_export", args=[former.pk, "csv"]), {"framework": "tarot@1"}
    )
    assert answer.status_code == 404


def test_frameworks_are_offered_before_one_is_chosen(client, organisation, coordinator, criteria):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria))
    client.force_login(coordinator)

    assert "Nothing is made by looking." in page(client, "assessment_elsewhere", former)


def test_an_item_with_an_open_proposal_says_so_on_its_question(client, fresh, coordinator, reader):
    client.force_login(coordinator)
    address = reverse("assessment_question", args=[fresh.pk, "Q"])
    proposal = facts.open_proposals(fresh).get(node_id="Q.45")

    shown = client.get(address).content.decode()
    anchor = f"{reverse('proposals', args=[fresh.pk])}#item-{framework_of(fresh).by_id['Q.45'].html_id}"
    assert "Proposed: Good, from Q.4, Q.5 of Tea, version 1." in " ".join(shown.split())
    assert f'href="{anchor}"' in shown
    assert f'id="{anchor.partition("#")[2]}"' in page(client, "proposals", fresh)

    actions.decline(assessment=fresh, proposals=[proposal.pk], by=coordinator)
    assert anchor not in client.get(address).content.decode()
    client.force_login(reader)
    assert "Proposed:" not in client.get(address).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_proposals_on_a_question_cost_one_query(client, fresh, coordinator, count, django_assert_num_queries):
    surplus = [one.pk for one in facts.proposals_of(fresh)][count:]
    actions.decline(assessment=fresh, proposals=surplus, by=coordinator)
    client.force_login(coordinator)
    address = reverse("assessment_question", args=[fresh.pk, "Q"])
    client.get(address)

    with django_assert_num_queries(10):
        shown = client.get(address).content.decode()
    assert shown.count("Accept or decline it") == count


def test_where_nothing_follows_no_proposals_are_promised(client, organisation, coordinator, criteria):
    frameworks.load_shipped()
    former = an_assessment(organisation, coordinator, framework_facts.framework_of(criteria))
    client.force_login(coordinator)

    shown = page(client, "assessment_elsewhere", former, "?framework=ewsi-selection@1")

    assert "0 marks there follow" in shown
    assert "with these proposals" not in shown


def test_an_unmarked_item_is_not_said_to_be_proposed(client, former, coordinator):
    second_version()
    say(former, coordinator, "Q.2", level="")
    client.force_login(coordinator)

    assert "No mark goes over" in page(client, "assessment_upgrade", former)
