"""Opening, asking, reminding, agreeing and closing, as the one who moderates sees them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Level, Scale
from cairn.rounds import facts
from cairn.rounds.actions import agreeing, judging
from cairn.rounds.models import Round, Seat
from tests.assessments.factories import CHECKLIST, a_framework, a_grid, an_assessment, group, item, mark
from tests.factories import Assessor, a_person
from tests.rounds.factories import a_round, a_seat, agreeing_on, handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cora(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def round_(organisation, coordinator):
    """Ada and Bo judge A1.1 alike and differ on A1.2."""
    return agreeing_on(
        organisation, coordinator, Ada={"A1_1": "met", "A1_2": "met"}, Bo={"A1_1": "met", "A1_2": "partly"}
    )


def at(name, round_, *more):
    return reverse(name, args=[round_.pk, *more])


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_round_is_opened_and_people_are_asked(cora, organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    address = reverse("rounds", args=[assessment.pk])
    assert "No round yet" in words(cora.get(address))
    assert reverse("round_open", args=[assessment.pk]) in words(cora.get(address))

    answer = cora.post(reverse("round_open", args=[assessment.pk]), {"purpose": "verification"})

    round_ = Round.objects.get()
    assert answer["Location"] == at("round_invite", round_)
    assert "Nobody was asked yet" in words(cora.get(at("round", round_)))
    assert "Criteria to judge" in words(cora.get(at("round_invite", round_)))
    new = {"email": "eva@example.org", "kind": "external", "scope": ["A"]}
    assert "give the person’s name" in words(cora.post(at("round_invite", round_), new))
    assert "First password" in words(cora.post(at("round_invite", round_), new | {"name": "Eva"}))
    assert "asked already" in words(cora.post(at("round_invite", round_), new))
    ada = a_person("Ada")
    assert cora.post(at("round_invite", round_), {"email": ada.email, "kind": "peer"}).status_code == 302
    page = words(cora.get(at("round", round_)))
    assert "stays hidden from everyone, you included" in page
    assert "External · Criterion A" in page
    assert "Peer · all criteria" in page


def test_a_second_round_waits_for_the_first(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)

    answer = cora.post(reverse("round_open", args=[round_.assessment_id]), {"purpose": "self"})

    assert "running already" in words(answer)
    assert cora.get(reverse("round_open", args=[round_.assessment_id])).status_code == 200


def test_a_published_assessment_offers_no_round(cora, organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    assessments.publish(assessment=assessment, by=coordinator)

    assert "No round was held" in words(cora.get(reverse("rounds", args=[assessment.pk])))


def test_the_overview_leads_here(cora, organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)

    assert reverse("rounds", args=[assessment.pk]) in words(cora.get(assessment.get_absolute_url()))


@pytest.mark.parametrize("count", [1, 3])
def test_rounds_are_listed_in_a_fixed_number_of_queries(
    cora, organisation, coordinator, count, django_assert_num_queries
):
    assessment = an_assessment(organisation, coordinator)
    for number in range(count):
        round_ = a_round(organisation, coordinator, assessment=assessment)
        handed_in(round_, coordinator, f"Ada{number}")
        agreeing.begin_agreeing(round_=round_, by=coordinator)
        agreeing.close(round_=round_, rest_undecided_because="Only one judged.", by=coordinator)

    with django_assert_num_queries(6):
        answer = cora.get(reverse("rounds", args=[assessment.pk]))

    assert answer.content.decode().count('<li class="card">') == count
    assert "1 of 1 assessor has handed in." in words(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_seats_are_listed_in_a_fixed_number_of_queries(
    cora, organisation, coordinator, count, django_assert_num_queries
):
    round_ = a_round(organisation, coordinator)
    for number in range(count):
        a_seat(round_, coordinator, f"Ada{number}")

    with django_assert_num_queries(8):
        answer = cora.get(at("round", round_))

    assert answer.content.decode().count('<li class="card">') == count


@pytest.mark.parametrize("count", [1, 3])
def test_differences_are_listed_in_a_fixed_number_of_queries(
    cora, organisation, coordinator, count, django_assert_num_queries
):
    round_ = a_round(organisation, coordinator, a_grid(count))
    for name in ("Ada", "Bo"):
        handed_in(round_, coordinator, name, G_0="met")

    with django_assert_num_queries(11):
        answer = cora.get(at("round_differences", round_))

    assert len(answer.context["rows"]) == count


def test_the_last_day_and_the_words_can_be_changed(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert cora.get(at("round_revise", round_)).status_code == 200
    assert (
        cora.post(at("round_revise", round_), {"deadline": tomorrow, "instructions": "Ask."}).status_code
        == 302
    )
    assert "Ask." in words(cora.get(at("round", round_)))
    yesterday = timezone.localdate() - timedelta(days=1)
    assert "passed" in words(cora.post(at("round_revise", round_), {"deadline": yesterday}))


def test_who_is_late_is_marked_and_reminded_once_a_day(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator, deadline=timezone.localdate())
    a_seat(round_, coordinator, "Ada")
    Round.objects.update(deadline=timezone.localdate() - timedelta(days=2))

    assert "Not handed in: overdue" in words(cora.get(at("round", round_)))
    assert "1 person was reminded." in words(cora.post(at("round_remind", round_), follow=True))
    assert "Nobody had to be reminded" in words(cora.post(at("round_remind", round_), follow=True))


def test_a_seat_is_opened_again(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    seat = handed_in(round_, coordinator, "Ada")
    assert "Everyone has handed in" in words(cora.get(at("round", round_)))
    address = at("seat_reopen", round_, seat.pk)
    assert address in words(cora.get(at("round", round_)))

    assert cora.get(address).status_code == 200
    assert "can judge again" in words(cora.post(address, {"reason": "A page was missing."}, follow=True))
    assert "A page was missing." in words(cora.get(at("round", round_)))
    assert "not been handed in" in words(cora.post(address, {"reason": "Again."}))


def test_the_judging_is_ended_after_seeing_who_is_missing(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    a_seat(round_, coordinator, "Bo")

    assert "Nobody has handed in" in words(cora.post(at("round_agreeing", round_), follow=True))
    handed_in(round_, coordinator, "Ada", A1_1="met")
    assert "<bdi>Bo</bdi>" in words(cora.get(at("round_agreeing", round_)))
    assert cora.post(at("round_agreeing", round_))["Location"] == at("round_differences", round_)
    assert "does not count" in words(cora.get(at("round", round_)))


def test_differences_come_first_and_everything_is_side_by_side(cora, round_):
    answer = cora.get(at("round_differences", round_))

    assert answer.context["rows"][0].item.id == "A1.2"
    page = words(answer)
    assert "2 different levels" in page
    assert "All judged it alike" in page
    assert "Judged by nobody" in page
    assert "Take over the 1 judged alike" in page


def test_what_only_some_judged_is_not_called_alike(cora, organisation, coordinator):
    round_ = agreeing_on(organisation, coordinator, Ada={"A1_1": "met"}, Bo={})

    answer = cora.get(at("round_differences", round_))

    assert "Not judged by all" in words(answer)
    assert answer.context["alike"] == []


def test_an_item_is_settled_with_a_reason(cora, round_):
    address = at("round_item", round_, "A1.2")
    said = {"base": "0", "mark-base": "0", "level": "partly", "reason": "", "go": "next"}

    assert "Needed, since not everyone judged it alike." in words(cora.get(address))
    refused = cora.post(address, said)
    assert refused.status_code == 422
    assert "Not everyone judged it so" in words(refused)
    answer = cora.post(address, said | {"reason": "Bo saw the papers."})
    assert answer["Location"] == at("round_item", round_, "A1.1")
    page = words(cora.get(at("round_differences", round_)))
    assert "Agreed: Partly" in page
    assert "Why so agreed: Bo saw the papers." in page
    assert "What was agreed before" in words(cora.get(address))
    assert "assessment&#x27;s mark now: Partly" in words(cora.get(address)) or "mark now: Partly" in words(
        cora.get(address)
    )


def test_an_item_can_be_left_undecided(cora, round_):
    address = at("round_item", round_, "A1.2")

    answer = cora.post(
        address, {"base": "0", "mark-base": "0", "level": "", "reason": "We ask.", "go": "back"}
    )

    assert answer["Location"] == at("round_differences", round_)
    assert "Left undecided" in words(cora.get(at("round_differences", round_)))
    assert cora.get(address).context["left_undecided"]


def test_the_last_open_item_leads_back_to_all(cora, organisation, coordinator):
    round_ = agreeing_on_one(organisation, coordinator)

    answer = cora.post(
        at("round_item", round_, "A.1"),
        {"base": "0", "mark-base": "0", "level": "met", "reason": "", "go": "next"},
    )

    assert answer["Location"] == at("round_differences", round_)


def agreeing_on_one(organisation, coordinator):
    round_ = a_round(organisation, coordinator, a_framework(group("A", item("A.1"))))
    for name in ("Ada", "Bo"):
        handed_in(round_, coordinator, name, A_1="met")
    return agreeing.begin_agreeing(round_=round_, by=coordinator)


def test_a_mark_changed_meanwhile_is_shown_on_the_page(cora, round_, organisation):
    address = at("round_item", round_, "A1.2")
    said = {"base": "0", "mark-base": "0", "level": "partly", "reason": "Bo saw it.", "go": "back"}
    mark(round_.assessment, a_person("Asa", organisation, Assessor), A1_2="not-met")

    answer = cora.post(address, said)

    assert answer.status_code == 409
    assert "Asa marked it in the assessment" in words(answer)
    assert "Bo saw it." in words(answer)
    assert cora.post(address, said | {"mark-base": answer.context["said"].mark_base}).status_code == 302
    late = cora.post(address, said | {"level": "met", "reason": "Ada saw it.", "mark-base": "1"})
    assert "Cora wrote down what is agreed" in words(late)


def test_an_item_that_is_not_there_is_not_found(cora, round_):
    assert cora.get(at("round_item", round_, "Z9")).status_code == 404


def test_what_all_judged_alike_is_taken_over_after_seeing_it(cora, round_):
    address = at("round_take_over", round_)
    assert 'name="base:A1.1"' in cora.get(address).content.decode()

    answer = cora.post(address, {"base:A1.1": "0"}, follow=True)

    assert "1 item was taken over." in words(answer)
    assert "Nothing to take over" in words(cora.get(address))


def test_taking_over_stops_at_marks_that_others_set_meanwhile(cora, round_, organisation):
    address = at("round_take_over", round_)
    mark(round_.assessment, a_person("Asa", organisation, Assessor), A1_1="not-met")

    answer = cora.post(address, {"base:A1.1": "0"})

    assert answer.status_code == 409
    assert "Asa marked it in the assessment meanwhile: Not met" in words(answer)
    assert cora.post(address, {"base:A1.1": "9"}).status_code == 422
    assert "mark now: Not met" in words(cora.get(address))
    assert cora.post(address, {"base:A1.1": "1"}).status_code == 302


def test_a_publication_meanwhile_is_said_and_nothing_is_lost(cora, round_, coordinator):
    assessments.publish(assessment=round_.assessment, by=coordinator)
    said = {"base": "0", "mark-base": "0", "level": "partly", "reason": "Bo saw it.", "go": "back"}

    item_page = cora.post(at("round_item", round_, "A1.2"), said)
    taken = cora.post(at("round_take_over", round_), {"base:A1.1": "0"})

    assert (item_page.status_code, taken.status_code) == (409, 409)
    assert "published meanwhile" in words(item_page)
    assert "Bo saw it." in words(item_page)
    assert "published meanwhile" in words(taken)
    closed = cora.post(at("round_close", round_), {"reason": "It was published."})
    assert closed.status_code == 302


def test_a_round_is_closed_with_a_reason_for_what_is_open(cora, round_):
    address = at("round_close", round_)

    assert "Stone A1.2 lies well." in words(cora.get(address))
    assert "This field is required" in words(cora.post(address, {"reason": ""}))
    assert cora.post(address, {"reason": "Nobody knows."})["Location"] == at("round", round_)
    assert "Cora closed the round" in words(cora.get(at("round", round_)))
    assert "Only a round in which people agree" in words(cora.get(address))
    assert "Only a round in which people agree" in words(cora.post(address, {"reason": ""}))


def test_a_round_with_everything_settled_closes_without_a_reason(cora, organisation, coordinator):
    round_ = agreeing_on_one(organisation, coordinator)
    agreeing.take_over(round_=round_, bases={"A.1": 0}, by=coordinator)

    assert cora.post(at("round_close", round_))["Location"] == at("round", round_)


def test_figures_of_agreement_are_shown_with_their_interval(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada", A1_1="met", A1_2="met", A2_1="partly", A2_2="not-met", B1_1="met")
    handed_in(round_, coordinator, "Bo", A1_1="met", A1_2="partly", A2_1="partly", A2_2="not-met", B1_1="met")
    handed_in(round_, coordinator, "Cid", A1_1="met", A1_2="met", A2_1="not_applicable", A2_2="not-met")

    answer = cora.get(at("round_agreement", round_))

    whole, first, second = answer.context["lines"]
    assert (whole.assessors, whole.items, whole.judgements, whole.missing) == (3, 5, 14, 1)
    assert whole.kappa_name == "Fleiss' kappa"
    assert whole.ordered
    assert whole.percent == 73
    assert whole.interval.low <= whole.alpha.value <= whole.interval.high
    assert first.kappa.items == 4
    assert second.kappa.value is None
    page = words(answer)
    assert "Only 5 items were judged by two people or more" in page
    assert "Not defined: only one level was used" in page
    assert "Not defined: no item was judged by all" in page


def test_two_assessors_get_cohens_kappa(cora, round_):
    answer = cora.get(at("round_agreement", round_))

    assert answer.context["lines"][0].kappa_name == "Cohen's kappa"
    assert "Two assessors: the figures say how these two agree" in words(answer)
    assert "Not defined: no item was judged by two" in words(answer)


def test_one_assessor_has_nobody_to_agree_with(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada", A1_1="met")

    answer = cora.get(at("round_agreement", round_))

    assert "nobody to agree with" in words(answer)
    assert "Not known" in words(answer)


def test_scales_are_never_mixed_and_two_levels_have_no_order(cora, organisation, coordinator):
    yes_no = Scale(
        id="yes-no",
        label="Yes or no",
        levels=(
            Level(id="yes", label="Yes", standing=Standing.MET, value=1),
            Level(id="no", label="No", standing=Standing.NOT_MET, value=0),
        ),
    )
    framework = a_framework(
        group("A", item("A.1"), item("A.2", scale="yes-no"), item("A.3", scale="yes-no")),
        scales=(CHECKLIST, yes_no),
    )
    round_ = a_round(organisation, coordinator, framework)
    handed_in(round_, coordinator, "Ada", A_1="met", A_2="yes", A_3="no")
    handed_in(round_, coordinator, "Bo", A_1="partly", A_2="yes", A_3="not_applicable")

    answer = cora.get(at("round_agreement", round_))

    lines = answer.context["lines"]
    assert [(line.name, line.ordered, line.items) for line in lines] == [
        ("All criteria (Checklist)", True, 1),
        ("All criteria (Yes or no)", False, 2),
    ]
    assert "no interval from a single item" in words(answer)


def test_everything_can_be_taken_away(cora, round_):
    agreeing.take_over(round_=round_, bases={"A1.1": 0}, by=round_.opened_by)

    judged = (
        cora.get(at("round_export", round_, "judgements", "csv")).content.decode("utf-8-sig").splitlines()
    )
    figures = (
        cora.get(at("round_export", round_, "agreement", "csv")).content.decode("utf-8-sig").splitlines()
    )

    assert judged[0].startswith("Item,Wording,Assessor")
    assert judged[1].startswith("A1.1,Stone A1.1 lies well.,Ada,External,Met,")
    assert judged[1].endswith(",1.0,Met,,")
    assert len(judged) == 1 + 5 * 2
    assert figures[1].startswith("All criteria,2,5,4,6,0.5,Cohen's kappa,")
    for what in ("judgements", "agreement"):
        assert cora.get(at("round_export", round_, what, "xlsx")).status_code == 200


def test_a_seat_for_some_criteria_does_not_count_elsewhere(cora, organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada", B1_1="met")
    part = a_seat(round_, coordinator, "Bo", scope=["A"])
    judging.hand_in(seat=Seat.objects.get(pk=part.pk))

    rows = {row.item.id: row for row in cora.get(at("round_differences", round_)).context["rows"]}

    assert [voice.seat.person.name for voice in rows["B1.1"].voices] == ["Ada"]
    assert len(rows["A1.1"].voices) == 2
    assert facts.readable(round_)
