from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cairn.participants import actions as participants
from cairn.participants import facts as people
from cairn.plans import actions, cases
from cairn.plans.enums import GoalKind
from cairn.plans.models import Goal, Step, WorkPlan
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from cairn.sheets.shape import Row
from cairn.trail import facts as trail
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal
from tests.sheets.conftest import a_csv

pytestmark = pytest.mark.django_db
GOALS = ["Number", "Code", "What is to be reached", "About what", "Chosen by", "How much", "Of what", "How much today", "By when", "State"]  # fmt: skip
CASE = ["cas_Status", "cas_IncomingReferralDate", "org_Type", "prs_Gender", "prs_PrimaryLanguage", "prs_NumberOfChildren", "sup_Type", "sup_Objective", "sup_Actions", "sup_PlannedEndDate"]  # fmt: skip


@pytest.fixture
def read(practice):
    def read(key, by, *rows):
        table = sheet_facts.tables()[key]
        return sheets.take_in(practice=practice, table=table, name="a.csv", data=a_csv(*rows), by=by)

    return read


@pytest.fixture
def judged(read):
    def judged(key, by, *rows):
        found = sheet_facts.judged(read(key, by, *rows), sheet_facts.tables()[key], by=by)
        return [(fault.row, fault.column) for fault in found.faults], found

    return judged


@pytest.fixture
def bring(read):
    def bring(key, by, *rows):
        sheet = read(key, by, *rows)
        assert sheets.start(sheet=sheet)
        sheet.refresh_from_db()
        return sheets.bring(sheet=sheet, only_good=True, by=by)

    return bring


def test_goals_come_in_and_their_words_never_go_out(bring, judged, practice, participant, plan, worker):
    row = [
        "",
        participant.code,
        "Send applications",
        "work",
        "both together",
        "10",
        "applications",
        "0",
        "2026-01-31",
        "",
    ]
    assert bring("goals", worker, GOALS, row).taken == 1
    goal = Goal.objects.get()
    assert (goal.words, goal.quantity, goal.state, goal.participant) == (
        "Send applications",
        10,
        "open",
        participant,
    )
    assert trail.of(participant.thing)[0].deed == "changed"
    _told, again = judged("goals", worker, GOALS, row)
    assert again.unchanged == 1
    (out,) = sheet_facts.tables()["goals"].rows(practice, worker)
    assert (out["number"], out["code"], out["words"], out["quantity"]) == (
        str(goal.pk),
        participant.code,
        None,
        10,
    )


def test_a_goal_is_known_by_its_number_and_empty_cells_change_nothing(
    bring, judged, participant, goal, worker, today
):
    row = [
        goal.pk,
        participant.code.lower(),
        "",
        "work",
        "the person",
        "12",
        "applications",
        "",
        str(goal.due_on),
        "reached",
    ]
    same = [
        goal.pk,
        participant.code,
        "",
        "work",
        "the person",
        "10",
        "applications",
        "",
        str(goal.due_on),
        "",
    ]
    _told, found = judged("goals", worker, GOALS, same)
    assert found.unchanged == 1

    sheet = bring("goals", worker, GOALS, row)

    goal.refresh_from_db()
    assert (goal.quantity, goal.baseline, goal.state, goal.closed_on) == (12, 0, "reached", today)
    assert (goal.words, goal.revision) == ("Send applications", 2)
    sheets.undo(sheet=sheet, by=worker)
    goal.refresh_from_db()
    assert (goal.quantity, goal.state, goal.closed_on) == (10, "open", None)


def test_what_cannot_be_of_a_goal_is_told_by_row_and_column(
    judged, practice, participant, goal, coordinator, worker
):
    other = a_participant(practice, coordinator, worker=worker)
    usual = [
        "",
        participant.code,
        "Send more",
        "work",
        "both together",
        "10",
        "applications",
        "",
        "2026-01-31",
        "",
    ]

    def but(**said):
        return [
            said.get(title, cell)
            for title, cell in zip(
                ["n", "code", "words", "k", "c", "q", "u", "b", "due", "s"], usual, strict=True
            )
        ]

    told, found = judged(
        "goals",
        worker,
        GOALS,
        but(code="x"),
        but(code=other.code),
        but(words=""),
        but(due="2024-01-01"),
        but(q="-1"),
        but(q="10", b="10"),
        but(n="1234"),
        but(n=str(goal.pk), code=other.code),
        but(n=str(goal.pk), q="11"),
        but(n=str(goal.pk), q="12"),
        but(q="99999999999"),
        but(s="reached"),
    )  # fmt: skip

    assert told == [
        (2, "code"), (3, "code"), (4, "words"), (5, "due_on"), (6, "quantity"), (7, "quantity"), (8, "number"), (9, "number"),
        (11, "number"), (12, "quantity"),
    ]  # fmt: skip
    assert [change.row for change in found.changes] == [10, 13]
    assert found.changes[1].thing.closed_on is not None


def test_an_import_of_goals_is_taken_back_unless_steps_rest_on_it(bring, participant, plan, worker):
    row = ["", participant.code, "Send", "work", "both together", "10", "applications", "", "2026-01-31", ""]
    sheet = bring("goals", worker, GOALS, row)
    step = actions.add_step(goal=Goal.objects.get(), words="Write", by=worker)
    with pytest.raises(ValidationError, match="recorded"):
        sheets.undo(sheet=sheet, by=worker)
    step.delete()
    sheets.undo(sheet=sheet, by=worker)

    assert not Goal.objects.exists()


def test_a_case_comes_in_with_referral_language_and_a_first_goal(
    bring, practice, coordinator, django_capture_on_commit_callbacks
):
    sheet = bring(
        "cases",
        coordinator,
        CASE,
        ["Active", "2025-03-01", "Law Enforcement", "Female", "tir", "2", "Employment", "Find work", "Write; Ask", "2025-12-01"],
        ["FollowUp", "2025-03-02", "", "", "ckb", "", "", "", "", ""],
        ["", "2025-03-03", "", "", "", "", "", "Rest", "", ""],
    )  # fmt: skip

    assert (sheet.taken, sheet.refused) == (3, 0)
    first, *_more = people.of_practice(practice.pk).order_by("enrolled_on")
    assert (first.enrolled_on, first.sex, first.children) == (date(2025, 3, 1), "woman", 2)
    assert (first.referral.referrer, first.referral.outcome) == ("police", "accepted")
    assert {each.tag for each in people.languages_of(practice.pk)} == {"ti", "ckb"}
    goals = list(Goal.objects.order_by("due_on"))
    assert [(goal.words, goal.kind) for goal in goals] == [("Rest", "other"), ("Find work", "work")]
    assert goals[0].due_on == date(2025, 3, 3) + timedelta(days=cases.USUAL)
    assert {step.words for step in Step.objects.all()} == {"Write", "Ask"}
    assert [entry.deed for entry in trail.of(first.thing)] == ["changed", "created"]

    step = actions.add_step(goal=goals[0], words="More", by=coordinator)
    with pytest.raises(ValidationError, match="recorded"):
        sheets.undo(sheet=sheet, by=coordinator)
    assert (Step.objects.count(), WorkPlan.objects.count()) == (3, 2)
    step.delete()
    with django_capture_on_commit_callbacks(execute=True):
        sheets.undo(sheet=sheet, by=coordinator)
    assert not people.of_practice(practice.pk).exists()
    assert not Step.objects.exists()
    assert not people.referrals_of(practice.pk).exists()


def test_what_cannot_be_of_a_case_is_told_by_row_and_column(judged, coordinator):
    def but(**said):
        usual = dict.fromkeys(CASE, "") | {"cas_IncomingReferralDate": "2025-03-01"}
        return list((usual | said).values())

    told, found = judged(
        "cases",
        coordinator,
        CASE,
        but(cas_Status="Closed"),
        but(cas_IncomingReferralDate="2024-03-01"),
        but(org_Type="Pirates"),
        but(prs_Gender="x"),
        but(prs_PrimaryLanguage="xxx"),
        but(prs_PrimaryLanguage="fr"),
        but(prs_NumberOfChildren="100"),
        but(sup_Type="Housing"),
        but(sup_Objective="Rest", sup_Type="Magic"),
        but(sup_Objective="Rest", sup_PlannedEndDate="2025-02-01"),
    )

    assert told == [
        (2, "cas_Status"), (3, "cas_IncomingReferralDate"), (4, "org_Type"), (5, "prs_Gender"), (6, "prs_PrimaryLanguage"),
        (7, "prs_PrimaryLanguage"), (8, "prs_NumberOfChildren"), (9, "sup_Objective"), (10, "sup_Type"), (11, "sup_PlannedEndDate"),
    ]  # fmt: skip
    assert not found.changes
    assert any("NGO" in fault.words for fault in found.faults)


HOSTILE = [
    "prs_FirstName", "prs_SecondName", "prs_Salutation", "prs_Birthdate", "prs_Email", "prs_HomePhone", "prs_MobilePhone",
    "prs_MailingCity", "prs_MailingStreet", "prs_MailingPostalCode", "prs_MailingLatitude", "vic_MethodOfRecruitment",
    "vic_LocationOfRecruitment", "vic_RecruitmentWebsitesAndApps", "vic_MethodsOfControl", "MethodsOfControlDebtBondage",
    "vic_TypeOfLabourExploitation", "vic_TypeOfSexExploitation", "vic_LocationOfExploitation", "vic_Vulnerabilities",
    "per_RoleInProcess", "Historic event", "Trafficking status", "Perpetrator", "Victim ID", "Prénom", "Adresse",
]  # fmt: skip


@pytest.mark.parametrize("title", HOSTILE)
def test_what_must_not_come_in_is_refused_by_name_and_nothing_is_kept(read, coordinator, title):
    with pytest.raises(ValidationError, match=title):
        read("cases", coordinator, [*CASE[:2], title], ["Active", "2025-03-01", "x"])
    assert not sheet_facts.Import.objects.exists()


def test_other_columns_of_such_sheets_are_left_out(bring, practice, coordinator):
    sheet = bring(
        "cases", coordinator, [*CASE[:2], "cas_Note", "Age"], ["Active", "2025-03-01", "Words", "31"]
    )

    assert sheet.taken == 1
    assert sheet.cells == ""


def test_a_sheet_of_cases_goes_out_without_words(
    bring, practice, coordinator, worker, participant, plan, today
):
    a_goal(plan, worker)
    a_goal(plan, worker, kind="housing", due_on=date(2026, 6, 1))
    participants.add(participant=participant, what="language", by=worker, tag="ti", speaks="first")
    participants.add(participant=participant, what="language", by=worker, tag="fr", speaks="little")
    participants.add(
        participant=participant, what="consent", by=worker, about="keep", given=True, decided_on=date(2025, 4, 1), language="ti"
    )  # fmt: skip
    for reason in ("other_service", "completed"):
        left = a_participant(practice, coordinator, worker=worker, enrolled_on=date(2025, 3, 2))
        actions.leave(participant=left, on=date(2025, 5, 1), reason=reason, result="none", by=worker)
    gone = a_participant(practice, coordinator, worker=worker, sex="man")
    participants.leave(participant=gone, on=date(2025, 5, 1), by=worker)
    table = sheet_facts.tables()["cases"]

    rows = {row["code"]: row for row in table.rows(practice, worker)}

    case = rows[participant.code]
    assert (case["cas_Status"], case["sup_Type"], case["prs_PrimaryLanguage"]) == (
        "Active",
        "Employment",
        "tir",
    )
    assert (case["con_Consent"], case["prs_Gender"], case["org_Type"]) == (True, "Unknown", None)
    assert "sup_Objective" not in case
    assert sorted(row["cas_Status"] for row in rows.values()) == [
        "Active",
        "Closed",
        "ClosedReferred",
        "FollowUp",
    ]
    assert rows[gone.code]["prs_Gender"] == "Male"
    bring("cases", coordinator, CASE, ["Active", "2025-03-01", "NGO", "", "", "", "", "", "", ""])
    new = people.of_practice(practice.pk).get(referral__isnull=False)
    participants.assign(participant=new, worker=worker, by=coordinator)
    assert {row["org_Type"] for row in table.rows(practice, worker)} == {"NGO", None}
    assert list(table.rows(practice, coordinator)) == []


@pytest.mark.parametrize("key", ["goals", "cases"])
def test_many_rows_ask_the_database_as_often_as_one(key, practice, participant, plan, worker):
    values = {
        "goals": {
            "code": participant.code, "words": "x", "kind": "work", "chosen_by": "person", "quantity": Decimal(1), "unit": "times",
            "due_on": date(2026, 1, 1),
        },
        "cases": {"cas_IncomingReferralDate": date(2025, 3, 1), "sup_Objective": "x"},
    }[key]  # fmt: skip
    asked = []
    for number in (1, 5):
        with CaptureQueriesContext(connection) as queries:
            judged = sheet_facts.tables()[key].judge(
                practice, worker, [Row(place, values) for place in range(number)]
            )
        assert not judged.faults
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_every_kind_of_goal_has_a_word_in_their_sheets():
    assert set(cases.maps()["plan"]) == set(GoalKind.values)
