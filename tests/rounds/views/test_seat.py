"""A seat's pages: judging without scripts, on one's own, and nothing else of the organisation."""

import pytest
from django.test import Client
from django.urls import reverse

from cairn.rounds.actions import agreeing, judging
from cairn.rounds.enums import Purpose
from cairn.rounds.models import Judgement
from tests.assessments.factories import a_practice, an_assessment, say
from tests.rounds.factories import a_round, a_seat, handed_in, judge

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat(organisation, coordinator):
    """Ada comes from outside: she has no role in the organisation."""
    round_ = a_round(organisation, coordinator, instructions="Look at the papers.")
    return a_seat(round_, coordinator, "Ada")


@pytest.fixture
def ada(seat):
    client = Client()
    client.force_login(seat.person)
    return client


def page(name, seat, *more):
    return reverse(name, args=[seat.pk, *more])


def sent(base=0, level="met", reason="I saw it.", confidence="3", go="next", item="A1.1"):
    return {
        f"{item}:base": base,
        f"{item}:level": level,
        f"{item}:reason": reason,
        f"{item}:confidence": confidence,
        "go": go,
    }


def test_a_seat_shows_the_practice_and_how_far_one_is(ada, seat):
    judge(seat, A1_1="met")

    answer = ada.get(page("seat", seat))

    assert answer.context["judged"] == 1
    assert "You have judged 1 of 5 items." in answer.content.decode()
    assert "Look at the papers." in answer.content.decode()
    assert answer.context["next"].node.id == "A1"


def test_a_reason_outlives_the_session_it_was_written_in(ada, seat):
    address = page("seat_question", seat, "A1")
    ada.logout()

    answer = ada.post(address, sent(reason="I saw it twice."))

    assert "You are not signed in any more" in answer.content.decode()
    ada.force_login(seat.person)
    ada.post(address, dict(answer.context["fields"]))
    assert Judgement.objects.get().reason == "I saw it twice."


def test_a_seat_opens_nothing_else_of_the_organisation(ada, seat):
    assessment = seat.round.assessment
    others = [
        reverse("practice", args=[assessment.practice_id]),
        reverse("assessment", args=[assessment.pk]),
        reverse("round", args=[seat.round_id]),
        reverse("round_differences", args=[seat.round_id]),
        reverse("round_export", args=[seat.round_id, "judgements", "csv"]),
        reverse("rounds", args=[assessment.pk]),
        reverse("organisation", args=[assessment.practice.organisation.slug]),
    ]

    assert {ada.get(address).status_code for address in others} == {404}


def test_a_seat_opens_to_whoever_sits_there_only(client, seat, coordinator):
    client.force_login(coordinator)

    for address in (page("seat", seat), page("seat_question", seat, "A1"), page("seat_hand_in", seat)):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404


def test_a_seat_for_some_criteria_asks_for_no_other(organisation, coordinator, client):
    seat = a_seat(a_round(organisation, coordinator), coordinator, "Ada", scope=["B"])
    client.force_login(seat.person)

    assert client.get(page("seat", seat)).context["items"] == 1
    assert client.get(page("seat_question", seat, "A1")).status_code == 404
    assert client.get(page("seat_question", seat, "B1")).status_code == 200


@pytest.mark.parametrize(
    ("node", "go", "where"),
    [
        ("A1", "next", "A2"),
        ("A1", "stay", "A1"),
        ("A2", "previous", "A1"),
        ("B1", "next", None),
        ("A1", "home", None),
    ],
)
def test_every_button_saves_and_leads_on(ada, seat, node, go, where):
    item = {"A1": "A1.1", "A2": "A2.1", "B1": "B1.1"}[node]

    answer = ada.post(page("seat_question", seat, node), sent(item=item, go=go))

    assert answer.status_code == 302
    assert answer["Location"] == (page("seat_question", seat, where) if where else page("seat", seat))
    row = Judgement.objects.get()
    assert (row.item_id, row.level, row.reason, row.confidence) == (item, "met", "I saw it.", 3)


def test_what_was_judged_is_in_the_form_again(ada, seat):
    ada.post(page("seat_question", seat, "A1"), sent())

    (row, _other) = ada.get(page("seat_question", seat, "A1")).context["rows"]

    assert (row.base, row.reason) == (1, "I saw it.")
    assert [choice.id for choice in row.choices if choice.chosen] == ["met"]
    assert [choice.id for choice in row.sure if choice.chosen] == ["3"]


def test_two_tabs_do_not_overwrite_each_other(ada, seat):
    ada.post(page("seat_question", seat, "A1"), sent(reason="In the first tab."))

    answer = ada.post(page("seat_question", seat, "A1"), sent(level="partly", reason="In the second tab."))

    words = answer.content.decode()
    assert answer.status_code == 409
    assert "In the first tab." in words
    assert "In the second tab." in words
    assert Judgement.objects.get().level == "met"
    row = answer.context["rows"][0]
    assert (
        ada.post(
            page("seat_question", seat, "A1"), sent(row.base, "partly", "In the second tab.")
        ).status_code
        == 302
    )
    assert Judgement.objects.last().level == "partly"


@pytest.mark.parametrize(
    "broken",
    [{"level": "splendid"}, {"reason": "x" * 5_001}, {"confidence": "9"}, {"confidence": "very"}],
)
def test_what_does_not_fit_is_said_and_stays_in_the_form(ada, seat, broken):
    answer = ada.post(page("seat_question", seat, "A1"), sent(**{"reason": "Long thought."} | broken))

    assert answer.status_code == 422
    assert "Not saved yet" in answer.content.decode()
    assert broken.get("reason", "Long thought.") in answer.content.decode()
    assert not Judgement.objects.exists()


def test_an_item_that_is_not_on_the_page_sent_is_left_alone(ada, seat):
    judge(seat, A1_2="met")

    ada.post(page("seat_question", seat, "A1"), sent())
    ada.post(page("seat_question", seat, "A1"), sent("", "partly", item="A1.2"))

    assert sorted(seat.judgements.values_list("item_id", "level")) == [("A1.1", "met"), ("A1.2", "met")]


def test_a_revision_that_is_none_is_shown_beside_what_stands(ada, seat):
    judge(seat, A1_1="met")

    assert ada.post(page("seat_question", seat, "A1"), sent("12; drop", "partly")).status_code == 409
    assert ada.post(page("seat_question", seat, "A1"), sent("9" * 30, "partly")).status_code == 409


def test_words_with_markup_are_shown_as_words(ada, seat):
    ada.post(page("seat_question", seat, "A1"), sent(reason="</textarea><script>alert(1)</script>"))

    assert "<script>alert" not in ada.get(page("seat_question", seat, "A1")).content.decode()


def test_handing_in_says_what_is_open_and_is_final(ada, seat):
    judge(seat, A1_1="met")

    words = ada.get(page("seat_hand_in", seat)).content.decode()
    assert "4 items are still open." in words
    assert "Stone A1.2 lies well." in words
    assert ada.post(page("seat_hand_in", seat)).status_code == 302
    assert "Handed in. Thank you" in ada.get(page("seat", seat)).content.decode()
    answer = ada.post(page("seat_question", seat, "A1"), sent(1, "partly", "Too late."))
    assert answer.status_code == 409
    assert "Too late." in answer.content.decode()
    assert Judgement.objects.count() == 1
    ada.post(page("seat_hand_in", seat))
    assert "stays as it is" in ada.get(page("seat", seat)).content.decode()
    assert "disabled" in ada.get(page("seat_question", seat, "A1")).content.decode()


def test_handing_in_everything_says_so(organisation, coordinator, client):
    seat = a_seat(a_round(organisation, coordinator), coordinator, "Ada", scope=["B"])
    judge(seat, B1_1="met")
    client.force_login(seat.person)

    assert "You have judged every item." in client.get(page("seat_hand_in", seat)).content.decode()


def test_who_was_late_reads_so(ada, seat, coordinator):
    handed_in(seat.round, coordinator, "Bo")
    agreeing.begin_agreeing(round_=seat.round, by=coordinator)

    assert "ended before you handed in" in ada.get(page("seat", seat)).content.decode()


def test_who_may_judge_again_reads_why(ada, seat, coordinator):
    judging.hand_in(seat=seat)
    judging.reopen(seat=seat, reason="A page was missing.", by=coordinator)

    assert "A page was missing." in ada.get(page("seat", seat)).content.decode()


def test_the_answer_in_words_is_shown_in_a_verification_only_and_never_a_mark(
    organisation, coordinator, client
):
    for purpose, shown in ((Purpose.SELF, False), (Purpose.VERIFICATION, True)):
        practice = a_practice(organisation, coordinator, title=f"Practice {purpose}")
        assessment = an_assessment(organisation, coordinator, practice=practice)
        say(assessment, coordinator, "A1", narrative="We meet every Monday.")
        say(assessment, coordinator, "A1.1", level="partly", note="A secret note.")
        seat = a_seat(
            a_round(organisation, coordinator, assessment=assessment, purpose=purpose),
            coordinator,
            f"Ada{purpose}",
        )
        client.force_login(seat.person)

        answer = client.get(page("seat_question", seat, "A1"))

        assert ("We meet every Monday." in answer.content.decode()) is shown
        assert "A secret note." not in answer.content.decode()
        assert [choice.id for choice in answer.context["rows"][0].choices if choice.chosen] == [""]


def test_the_outcome_is_read_after_closing_beside_ones_own(ada, seat, coordinator):
    judge(seat, A1_1="met")
    judging.hand_in(seat=seat)
    handed_in(seat.round, coordinator, "Zora", A1_1="not-met", A1_2="met")
    agreeing.begin_agreeing(round_=seat.round, by=coordinator)
    assert ada.get(page("seat_outcome", seat)).status_code == 404

    agreeing.close(round_=seat.round, rest_undecided_because="We could not agree.", by=coordinator)

    words = ada.get(page("seat_outcome", seat)).content.decode()
    assert "We could not agree." in words
    assert "You said: Met" in words
    assert "You said: Not met" not in words
    assert "Zora" not in words
    assert page("seat_outcome", seat) in ada.get(page("seat", seat)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_ones_seats_are_listed_in_a_fixed_number_of_queries(
    organisation, coordinator, client, count, django_assert_num_queries
):
    first = a_seat(a_round(organisation, coordinator), coordinator, "Ada")
    for number in range(count - 1):
        practice = a_practice(organisation, coordinator, title=f"Practice {number}")
        assessment = an_assessment(organisation, coordinator, practice=practice)
        a_seat(a_round(organisation, coordinator, assessment=assessment), coordinator, person=first.person)
    judging.hand_in(seat=first)
    client.force_login(first.person)

    with django_assert_num_queries(3):
        answer = client.get(reverse("judging"))

    assert answer.content.decode().count('<li class="card">') == count


def test_who_was_not_asked_reads_so(client, stranger):
    client.force_login(stranger)

    assert "Nobody has asked you yet" in client.get(reverse("judging")).content.decode()
