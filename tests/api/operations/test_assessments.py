from cairn.assessments import actions, facts
from cairn.assessments.models import Change
from cairn.assessments.saying import Saying
from cairn.frameworks.facts import framework_of
from tests.api.conftest import Program
from tests.assessments.weighing import AGAINST, SUPPORTED


def test_an_assessment_is_started_and_read_whole(program, practice, criteria):
    made = program.post("assessments", {"practice": practice.pk, "framework": "good-practice-criteria"})

    assert made.status_code == 201
    assert made.json()["framework"] == "good-practice-criteria@1"
    number = made.json()["id"]
    assert program.get(f"assessments/{number}").json()["practice"]["title"] == "Steady Steps"
    assert program.get(f"assessments?practice={practice.pk}").json()["total"] == 1
    assert program.get("assessments").json()["items"][0]["practice"] == practice.pk


def test_an_assessment_needs_a_framework_that_is_there(program, practice, criteria):
    for framework in (
        {"framework": "tarot"},
        {"framework": "good-practice-criteria", "version": "7"},
        {"framework": "a\0b"},
    ):
        answer = program.post("assessments", {"practice": practice.pk, **framework})

        assert answer.status_code == 422
        assert answer.json()["errors"][0]["where"] == "body.framework"


def test_one_call_marks_the_whole_grid(program, assessment):
    items = framework_of(assessment.framework_version).items
    marks = [{"node_id": item.id, "level": "met", "base_revision": 0} for item in items]

    answer = program.put(f"assessments/{assessment.pk}/marks", {"marks": marks})

    assert answer.json()["revisions"]["I1.1"] == 1
    assert program.get(f"assessments/{assessment.pk}/score").json()["whole"]["met"] == 33
    assert len(program.get(f"assessments/{assessment.pk}/entries").json()) == 33


def test_a_mark_that_someone_changed_meanwhile_shows_both_sides_and_the_rest_is_saved(
    program, assessment, assessor
):
    actions.record(assessment=assessment, entries=[Saying("I1.1", 0, level="met")], by=assessor)

    answer = program.put(
        f"assessments/{assessment.pk}/marks",
        {
            "marks": [
                {"node_id": "I1.1", "level": "not_met", "base_revision": 0},
                {"node_id": "I1.2", "level": "met", "base_revision": 0},
            ]
        },
    )

    assert answer.status_code == 409
    (conflict,) = answer.json()["conflicts"]
    assert (conflict["yours"], conflict["theirs"], conflict["by"]) == ("not_met", "met", "Asad")
    assert facts.standing_of(assessment, "I1.1") == "met"
    assert facts.standing_of(assessment, "I1.2") == "met"


def test_what_the_framework_does_not_know_is_refused_by_place(program, assessment):
    answer = program.put(
        f"assessments/{assessment.pk}/marks", {"marks": [{"node_id": "I1.1", "level": "superb"}]}
    )
    twice = program.put(
        f"assessments/{assessment.pk}/marks", {"marks": [{"node_id": "I1.1"}, {"node_id": "I1.1"}]}
    )

    assert answer.status_code == twice.status_code == 422
    assert answer.json()["errors"][0]["where"] == "I1.1.level"
    assert twice.json()["errors"][0]["where"] == "I1.1"
    assert not Change.objects.exists()


def test_an_answer_with_tools_is_said_and_undone(program, assessment):
    program.patch(
        f"assessments/{assessment.pk}/entries/I1",
        {"narrative": "Everyone can come.", "tools": [{"title": "A guide", "url": "https://example.org"}]},
    )
    (change,) = program.get(f"assessments/{assessment.pk}/history").json()["items"]
    assert change["after"]["narrative"] == "Everyone can come."

    address = f"assessments/{assessment.pk}/history/{change['id']}/undo"
    undone = program.post(address)
    again = program.post(address)

    assert undone.status_code == 201
    assert undone.json()["undoes"] == change["id"]
    assert again.status_code == 409
    assert (
        program.patch(f"assessments/{assessment.pk}/entries/I1", {"narrative": "Again."}).status_code == 200
    )
    assert program.patch(f"assessments/{assessment.pk}/entries/nowhere", {"note": "?"}).status_code == 404


def test_publishing_makes_an_edition_once(program, assessment):
    first = program.post(f"assessments/{assessment.pk}/publish")
    again = program.post(f"assessments/{assessment.pk}/publish")

    assert first.status_code == 201
    assert first.json()["slug"] == "steady-steps"
    assert again.status_code == 409


def test_reports_are_taken_away(program, assessment):
    answer = program.get(f"assessments/{assessment.pk}/report.pdf")

    assert answer["Content-Type"] == "application/pdf"
    assert program.get(f"assessments/{assessment.pk}/report.odt").status_code == 404


def test_assessors_mark_but_do_not_publish(assessment, assessor, reader):
    marks = {"marks": [{"node_id": "I1.1", "level": "met"}]}

    assert Program(assessor).put(f"assessments/{assessment.pk}/marks", marks).status_code == 200
    assert Program(assessor).post(f"assessments/{assessment.pk}/publish").status_code == 404
    assert Program(reader).put(f"assessments/{assessment.pk}/marks", marks).status_code == 404


def test_what_the_records_say_is_read_item_by_item(program, assessment, records):
    records |= {"P2.1": SUPPORTED, "I1.1": AGAINST, "elsewhere": SUPPORTED}
    address = f"assessments/{assessment.pk}"
    program.patch(f"{address}/entries/I1.1", {"level": "met", "reason": "As I saw."})

    supported, against = program.get(f"{address}/evidence").json()

    assert (supported["item"], supported["outcome"], supported["suggests"]) == ("P2.1", "supported", "met")
    assert (supported["differs"], against["differs"], against["suggests"]) == (False, True, None)
    (entry,) = program.get(f"{address}/entries").json()
    assert (entry["reason"], entry["suggested"]["outcome"]) == ("As I saw.", "contradicted")
