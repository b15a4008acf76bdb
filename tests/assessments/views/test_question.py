from html import unescape

import pytest
from django.urls import reverse

from cairn.assessments import actions, facts
from cairn.frameworks.enums import Mode, Standing
from cairn.frameworks.facts import framework_of, translated
from cairn.frameworks.shape import Level, Scale
from cairn.practices import actions as practices
from cairn.publications.portrait import Tool
from tests.assessments.factories import (
    a_framework,
    a_grid,
    an_assessment,
    gate,
    group,
    item,
    mark,
    question,
    say,
)


def address(assessment, node_id="A1"):
    return reverse("assessment_question", args=[assessment.pk, node_id])


def send(client, person, assessment, node_id="A1", **said):
    """Colons in field names are written as two underscores, dots as one."""
    client.force_login(person)
    post = {
        name.replace("__", ":").replace("_", ".", name.split("__")[0].count("_")): value
        for name, value in said.items()
    }
    return client.post(address(assessment, node_id), post)


def entry(assessment, node_id):
    return facts.entries_of(assessment)[node_id]


def text(page):
    return unescape(" ".join(page.content.decode().split()))


def test_a_question_is_answered_and_leads_on(client, assessment, assessor):
    answer = send(
        client,
        assessor,
        assessment,
        **{
            "A1__base": "0",
            "A1__narrative": "It *holds*.",
            "A1__tool-title": ["Guide", ""],
            "A1__tool-url": ["https://example.org", ""],
            "A1_1__base": "0",
            "A1_1__level": "met",
            "A1_1__note": "Seen.",
            "go": "next",
        },
    )

    assert answer.url == address(assessment, "A2")
    assert entry(assessment, "A1").tools == [{"title": "Guide", "url": "https://example.org"}]
    assert (entry(assessment, "A1.1").level, entry(assessment, "A1.1").note) == ("met", "Seen.")
    assert "A1.2" not in facts.entries_of(assessment)


def test_what_was_said_is_shown_again(client, assessment, assessor):
    say(assessment, assessor, "A1", narrative="It *holds*.", tools=(Tool("Guide", "https://example.org"),))
    say(assessment, assessor, "A1.1", level="met", note="Seen.", wording="Stones lie here.")
    client.force_login(assessor)

    page = text(client.get(address(assessment)))

    assert "<em>holds</em>" in page
    assert 'value="Guide"' in page
    assert "In the document: “Stones lie here.”" in page
    assert "<em>twice</em>" in page
    assert "2 words when last saved. At most 5 words are asked for." in page


@pytest.mark.parametrize(
    ("go", "target"),
    [("next", "B1"), ("previous", "A1"), ("stay", "A2"), ("A1", "A1"), ("nowhere", "A2"), ("", "A2")],
)
def test_every_button_saves_and_leads_on(client, assessment, assessor, go, target):
    answer = send(client, assessor, assessment, "A2", A2_1__level="met", A2_1__base="0", go=go)

    assert answer.url == address(assessment, target)
    assert entry(assessment, "A2.1").level == "met"


@pytest.mark.parametrize(("node_id", "go"), [("A1", "previous"), ("B1", "next"), ("A2", "overview")])
def test_beyond_the_ends_lies_the_whole(client, assessment, assessor, node_id, go):
    assert send(client, assessor, assessment, node_id, go=go).url == assessment.get_absolute_url()


def test_words_that_do_not_fit_stay_in_the_form(client, assessment, assessor):
    page = send(
        client,
        assessor,
        assessment,
        A1_1__base="0",
        A1_1__level="met",
        A1_1__note="y" * 5001,
        A1__narrative="Kept",
        A1__base="0",
    )

    assert page.status_code == 422
    assert "y" * 5001 in text(page)
    assert "Kept" in text(page)
    assert 'href="#note-A1-1"' in text(page)
    assert facts.entries_of(assessment) == {}


def test_two_people_mark_the_same_item(client, assessment, assessor, coordinator):
    """Asad marks it met; Cora, whose page is older, says partly. She sees both, chooses hers, and it stands."""
    send(client, assessor, assessment, A1_1__base="0", A1_1__level="met")

    page = send(client, coordinator, assessment, A1_1__base="0", A1_1__level="partly", A1_1__note="Half.")
    assert page.status_code == 409
    assert "Asad changed this" in text(page)
    assert entry(assessment, "A1.1").level == "met"
    assert entry(assessment, "A1.1").note == "Half."

    chosen = send(
        client,
        coordinator,
        assessment,
        **{
            "A1_1__base": "2",
            "A1_1__level": "partly",
            "A1_1__note": "Half.",
            "A1_1__contested": "level",
            "A1_1__choose-level": "mine",
        },
    )
    assert chosen.status_code == 302
    assert entry(assessment, "A1.1").level == "partly"


def test_the_other_side_may_be_chosen(client, assessment, assessor, coordinator):
    send(client, assessor, assessment, A1_1__base="0", A1_1__level="met")

    answer = send(
        client,
        coordinator,
        assessment,
        **{
            "A1_1__base": "1",
            "A1_1__level": "partly",
            "A1_1__contested": "level",
            "A1_1__choose-level": "theirs",
        },
    )

    assert answer.status_code == 302
    assert entry(assessment, "A1.1").level == "met"


def test_a_conflict_without_a_choice_stays_open(client, assessment, assessor, coordinator):
    send(
        client,
        assessor,
        assessment,
        **{"A1__base": "0", "A1__narrative": "Theirs", "A1__tool-title": ["Theirs"]},
    )

    page = send(
        client,
        coordinator,
        assessment,
        **{
            "A1__base": "1",
            "A1__narrative": "Mine",
            "A1__tool-title": ["Mine"],
            "A1__tool-url": ["https://example.org"],
            "A1__contested": ["narrative", "tools"],
        },
    )

    assert page.status_code == 409
    assert "Mine</textarea>" in text(page)
    assert 'value="Mine"' in text(page)
    assert entry(assessment, "A1").narrative == "Theirs"


def test_a_conflict_in_which_both_came_to_agree_is_over(client, assessment, assessor, coordinator):
    send(client, assessor, assessment, A1_1__base="0", A1_1__level="met")

    answer = send(client, coordinator, assessment, A1_1__base="1", A1_1__level="met", A1_1__contested="level")

    assert answer.status_code == 302


def test_an_open_conflict_is_not_lost_when_something_else_does_not_fit(
    client, assessment, assessor, coordinator
):
    send(client, assessor, assessment, A1_1__base="0", A1_1__level="met")

    page = send(
        client,
        coordinator,
        assessment,
        A1_1__base="1",
        A1_1__level="partly",
        A1_1__contested="level",
        A1_1__note="y" * 5001,
    )

    assert page.status_code == 422
    assert "Asad changed this" in text(page)


def test_a_contested_field_that_nobody_wrote_is_no_conflict(client, assessment, coordinator):
    answer = send(client, coordinator, assessment, A1_1__base="0", A1_1__level="met", A1_1__contested="level")

    assert answer.status_code == 302


def test_a_contested_field_that_was_not_sent_is_ignored(client, assessment, coordinator):
    answer = send(client, coordinator, assessment, A1_1__base="0", A1_1__level="met", A1_1__contested="note")

    assert answer.status_code == 302


def test_a_revision_that_is_no_number_counts_as_none_seen(client, assessment, assessor):
    answer = send(client, assessor, assessment, A1_1__base="²", A1_1__level="met")

    assert answer.status_code == 302


def test_left_out_is_said_on_the_page(client, assessment, assessor):
    say(assessment, assessor, "A", left_out=True, left_out_reason="Not our field.")
    client.force_login(assessor)

    assert "Left out: Not our field." in text(client.get(address(assessment)))


def test_fields_have_their_own_words(client, assessment, assessor):
    send(client, assessor, assessment, "B1", **{"B1.f__base": "0", "B1.f__narrative": "one two three four"})

    page = text(client.get(address(assessment, "B1")))

    assert "too-many" in page


def test_who_only_reads_sees_but_cannot_write(client, assessment, reader):
    client.force_login(reader)

    assert "disabled" in text(client.get(address(assessment)))
    assert client.post(address(assessment), {"A1:narrative": "x"}).status_code == 404


def test_a_group_with_items_of_its_own_and_a_lone_item_have_pages(client, organisation, coordinator):
    framework = a_framework(gate("E", item("e1"), question("Q", item("q1"))), item("lone"), group("empty"))
    assessment = an_assessment(organisation, coordinator, framework)
    client.force_login(coordinator)

    for node_id in ("E", "Q", "lone"):
        assert client.get(address(assessment, node_id)).status_code == 200
    for node_id in ("e1", "empty", "nothing"):
        assert client.get(address(assessment, node_id)).status_code == 404


@pytest.mark.parametrize("count", [4, 12])
def test_a_page_costs_the_same_whatever_the_grid(
    client, organisation, coordinator, count, django_assert_num_queries
):
    assessment = an_assessment(organisation, coordinator, a_grid(count))
    mark(assessment, coordinator, **{f"G_{n}": "met" for n in range(count)})
    client.force_login(coordinator)

    with django_assert_num_queries(10):
        client.get(address(assessment, "Q0"))


def test_a_question_without_narrative_asks_for_none(client, organisation, coordinator):
    assessment = an_assessment(
        organisation, coordinator, a_framework(question("Q", item("i1"), narrative=False))
    )
    client.force_login(coordinator)

    assert "Answer in words" not in text(client.get(address(assessment, "Q")))


def test_what_a_level_takes_is_explained_once(client, assessment, assessor):
    client.force_login(assessor)

    assert text(client.get(address(assessment))).count("<dd> It is done. </dd>") == 1


def test_a_scale_without_words_explains_nothing(client, organisation, coordinator):
    bare = Scale(
        id="bare", label="Bare", levels=(Level(id="yes", label="Yes", standing=Standing.MET, value=1),)
    )
    framework = a_framework(question("Q", item("i1")), scales=(bare,), scale="bare")
    assessment = an_assessment(organisation, coordinator, framework)
    client.force_login(coordinator)

    assert "What the levels mean" not in text(client.get(address(assessment, "Q")))


def test_a_question_is_asked_in_the_readers_language(client, criteria, organisation, coordinator):
    assessment = actions.start(
        practice=practices.create(organisation=organisation, by=coordinator, title="Step by step"),
        framework_version=criteria,
        mode=Mode.SELF,
        language="en",
        by=coordinator,
    )
    client.force_login(coordinator)
    french = translated(framework_of(criteria), "fr").by_id["I1"]

    page = text(client.get(address(assessment, "I1"), headers={"accept-language": "fr"}))

    assert " ".join(french.text.split()) in page
    assert " ".join(french.children[0].text.split()) in page
    assert "Rempli en partie" in page
