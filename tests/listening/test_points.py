"""What people said is decided, and they are told; what two people write at once is not lost."""

import csv
import io
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.listening.actions import points as actions
from cairn.listening.enums import PointState
from cairn.listening.facts import points as facts
from cairn.listening.lists import TABLES
from cairn.listening.models import Point
from cairn.participants.counting import Share
from cairn.people.roles import Mediator
from cairn.sheets.shape import Row
from cairn.trail import facts as trail
from tests.activities.factories import an_activity
from tests.factories import a_person
from tests.listening.factories import DAY, a_point, a_told_point

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 20)


class TestThemes:
    def test_a_practice_begins_with_nine_and_only_once(self, practice, coordinator):
        assert len(actions.begin_themes(practice=practice, by=coordinator)) == 9
        assert actions.begin_themes(practice=practice, by=coordinator) == []
        assert str(facts.themes_of(practice.pk).first()) == "Childcare"

    def test_no_two_have_one_name(self, practice, coordinator):
        actions.add_theme(practice=practice, title="Work", by=coordinator)

        with pytest.raises(ValidationError, match="of this name"):
            actions.add_theme(practice=practice, title=" Work ", by=coordinator)

    def test_one_that_is_retired_is_not_offered_until_it_is_again(self, practice, coordinator):
        theme = actions.add_theme(practice=practice, title="Work", by=coordinator)

        actions.retire_theme(theme=theme, by=coordinator)
        assert not facts.themes_of(practice.pk).exists()
        actions.retire_theme(theme=theme, by=coordinator, again=True)
        assert facts.themes_of(practice.pk).exists()

    def test_on_their_page(self, practice, coordinator, client):
        client.force_login(coordinator)
        page = reverse("themes", args=[practice.pk])
        assert "Begin with these nine" in client.get(page).content.decode()
        client.post(reverse("themes_begin", args=[practice.pk]))
        assert client.post(page, {"title": "Work"}).status_code == 302
        assert client.post(page, {"title": "Work"}).status_code == 422
        theme = facts.themes_of(practice.pk).get(title="Work")

        client.post(reverse("theme_retire", args=[practice.pk, theme.pk]))

        assert "not offered any more" in client.get(page).content.decode()


class TestTheWay:
    def test_it_is_decided_and_told_back(self, practice, coordinator):
        point = a_point(practice, coordinator)
        assert point.due_on == DAY + timedelta(days=60)

        point = actions.decide(point=point, decision="We begin at ten.", by=coordinator, on=TODAY)
        told = actions.tell_back(
            point=point, texts={"en": "At ten now.", "ar": " "}, by=coordinator, on=TODAY
        )

        point.refresh_from_db()
        assert (point.state, point.due_on, told.texts) == (PointState.TOLD, None, {"en": "At ten now."})
        assert str(point) == "Begin later, for the children."
        assert str(told) == f"{point.pk} 2026-03-20"
        assert [change.revision for change in point.changes.all()] == [3, 2, 1]
        assert str(point.changes.first()) == f"{point.pk} r3"
        assert trail.of(point.thing).count() == 3

    def test_what_is_told_can_be_said_better_and_keeps_its_day(self, practice, coordinator):
        point = a_told_point(practice, coordinator)
        day = point.told.told_on

        told = actions.tell_back(point=point, texts={"fr": "À dix heures."}, by=coordinator)

        assert (told.texts, told.told_on) == ({"fr": "À dix heures."}, day)
        with pytest.raises(ValidationError, match="told already"):
            actions.decide(point=point, decision="At nine.", by=coordinator)

    @pytest.mark.parametrize(
        ("texts", "on", "words"),
        [
            ({"en": ""}, None, "at least one sentence"),
            ({"en": "Now."}, DAY, "between the day of the decision"),
        ],
    )
    def test_what_cannot_be_told_is_refused(self, practice, coordinator, texts, on, words):
        point = a_point(practice, coordinator)
        with pytest.raises(ValidationError, match="Decide first"):
            actions.tell_back(point=point, texts={"en": "Now."}, by=coordinator)
        point = actions.decide(point=point, decision="We do.", by=coordinator)

        with pytest.raises(ValidationError, match=words):
            actions.tell_back(point=point, texts=texts, by=coordinator, on=on)

    def test_days_and_words_must_make_sense(self, practice, coordinator):
        with pytest.raises(ValidationError) as refused:
            a_point(practice, coordinator, said_on=timezone.localdate() + timedelta(days=1))
        assert "said_on" in refused.value.message_dict
        point = a_point(practice, coordinator)
        with pytest.raises(ValidationError, match="also where it is"):
            actions.decide(point=point, decision=" ", by=coordinator)
        with pytest.raises(ValidationError) as refused:
            actions.decide(point=point, decision="We do.", by=coordinator, on=DAY - timedelta(days=1))
        assert "on" in refused.value.message_dict

    def test_what_somebody_else_changed_is_not_overwritten(self, practice, coordinator):
        point = a_point(practice, coordinator)
        actions.revise(point=point, revision=1, words="Begin later.", by=coordinator)

        with pytest.raises(Conflict):
            actions.revise(point=point, revision=1, words="Begin earlier.", by=coordinator)
        same = actions.revise(point=point, revision=1, words="Begin later.", by=coordinator)
        other = actions.revise(point=point, revision=1, kind="complaint", by=coordinator)

        assert (same.revision, other.revision, other.kind) == (2, 3, "complaint")


class TestFacts:
    def test_the_board_shows_where_the_loop_is_open(self, practice, coordinator):
        old = a_point(practice, coordinator, said_on=date(2025, 6, 1))
        new = a_point(practice, coordinator)
        a_point(practice, coordinator, kind="praise", actionable=False)
        told = [a_told_point(practice, coordinator), a_told_point(practice, coordinator)]

        lanes = facts.board(practice.pk, TODAY)

        assert [lane.points for lane in lanes][:2] == [[old, new], []]
        assert {point.pk for point in lanes[2].points} == {point.pk for point in told}
        assert [lane.overdue for lane in lanes] == [1, 0, 0]
        assert list(facts.overdue(facts.of_practice(practice.pk), TODAY)) == [old]

    def test_what_is_told_shows_under_its_activity_its_consultation_and_everywhere(
        self, practice, coordinator
    ):
        activity, consultation = an_activity(practice, coordinator), uuid4()
        everywhere = a_told_point(practice, coordinator).told
        there = a_told_point(practice, coordinator, activity=activity).told
        asked = a_told_point(practice, coordinator, consultation=consultation).told
        a_point(practice, coordinator)

        assert set(facts.told_at(None, None, practice.pk)) == {everywhere}
        assert set(facts.told_at(activity.pk, None, practice.pk)) == {everywhere, there}
        assert set(facts.told_at(None, consultation, practice.pk)) == {everywhere, asked}

    def test_how_far_the_loop_was_closed(self, practice, coordinator):
        soon = actions.decide(point=a_point(practice, coordinator), decision="Yes.", by=coordinator, on=DAY)
        actions.tell_back(point=soon, texts={"en": "Yes."}, by=coordinator, on=TODAY)
        a_told_point(practice, coordinator, said_on=date(2026, 1, 1))
        a_point(practice, coordinator)
        a_point(practice, coordinator, actionable=False)

        closed = facts.closed(practice.pk, date(2026, 1, 1), DAY)

        assert closed == facts.Closed(told=Share(2, 3), in_time=Share(1, 2))


class TestPages:
    @pytest.fixture(autouse=True)
    def _signed_in(self, client, coordinator):
        client.force_login(coordinator)

    def test_one_is_written_down_decided_and_told_back(self, practice, coordinator, client):
        activity = an_activity(practice, coordinator)
        theme = actions.add_theme(practice=practice, title="Childcare", by=coordinator)
        new = reverse("point_new", args=[practice.pk])
        said = {"kind": "suggestion", "words": "Later.", "said_on": "2026-03-02", "actionable": "on"}
        assert (
            f'value="{activity.pk}" selected' in client.get(f"{new}?activity={activity.pk}").content.decode()
        )
        assert client.post(new, said | {"words": ""}).status_code == 422
        assert client.post(new, said | {"activity": activity.pk, "theme": theme.pk}).status_code == 302
        point = Point.objects.get()
        assert (point.activity, point.theme) == (activity, theme)
        page = client.get(point.get_absolute_url()).content.decode()
        assert "Decide what is done about it" in page

        decide = reverse("point_decide", args=[point.pk])
        assert client.post(decide, {"decision": ""}).status_code == 422
        assert client.post(decide, {"decision": "Ten.", "on": "2026-03-03"}).status_code == 302
        tell = reverse("point_tell_back", args=[point.pk])
        assert client.post(tell, {"text-en": ""}).status_code == 422
        assert client.post(tell, {"text-en": "At ten.", "text-ar": "في العاشرة"}).status_code == 302

        page = client.get(point.get_absolute_url()).content.decode()
        assert '<p lang="ar" dir="auto">في العاشرة</p>' in page
        assert "Childcare" in page

    def test_a_change_shows_who_was_there_before(self, practice, coordinator, client):
        point = a_point(practice, coordinator, activity=an_activity(practice, coordinator))
        edit = reverse("point_edit", args=[point.pk])
        said = {
            "kind": "complaint",
            "words": "Mine.",
            "said_on": "2026-03-02",
            "actionable": "on",
            "revision": "1",
        }
        assert client.get(edit).status_code == 200
        assert client.post(edit, said | {"words": ""}).status_code == 422
        actions.revise(point=point, revision=1, words="Theirs.", actionable=False, by=coordinator)

        clash = client.post(edit, said)

        assert clash.status_code == 409
        words = clash.content.decode()
        assert "Theirs." in words
        assert "Mine." in words
        assert "actionable" not in clash.context["form"].data or not clash.context["form"].data["actionable"]
        assert client.post(edit, said | {"revision": "2"}).status_code == 302
        assert "Theirs." in client.get(point.get_absolute_url()).content.decode()

    def test_board_and_list_say_what_to_do_next_and_what_is_late(self, practice, coordinator, client):
        board, listed = reverse("points", args=[practice.pk]), reverse("point_list", args=[practice.pk])
        assert "No point is written down yet" in client.get(board).content.decode()
        assert "No point is written down yet" in client.get(listed).content.decode()
        a_point(practice, coordinator, said_on=date(2025, 6, 1))
        a_point(practice, coordinator, kind="praise", words="It was good.", actionable=False)

        assert "1 point is past its day" in client.get(board).content.decode()
        assert "nothing to be done" in client.get(listed).content.decode()
        late = client.get(f"{listed}?state=overdue").content.decode()
        assert "It was good." not in late
        assert "No point fits" in client.get(f"{listed}?kind=question").content.decode()
        assert client.get(f"{listed}?theme=nonsense").status_code == 200

    def test_a_mediator_reads_and_writes_nothing(self, practice, organisation, coordinator, client):
        client.force_login(a_person("Medhi", organisation, Mediator))

        assert "Write down a point" not in client.get(reverse("points", args=[practice.pk])).content.decode()
        point = a_point(practice, coordinator)
        assert "Decide what" not in client.get(point.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_asks_as_often_for_many(
        self, practice, coordinator, client, django_assert_max_num_queries, number
    ):
        for _each in range(number):
            a_told_point(practice, coordinator)

        with django_assert_max_num_queries(14):
            client.get(reverse("point_list", args=[practice.pk]))
        with django_assert_max_num_queries(14):
            client.get(reverse("points", args=[practice.pk]))

    def test_it_is_taken_away(self, practice, coordinator, client):
        a_told_point(practice, coordinator, words="=HYPERLINK(1)")

        told = client.get(reverse("points_export", args=[practice.pk, "csv"])).content.decode("utf-8-sig")

        row = next(csv.DictReader(io.StringIO(told)))
        assert row["What people said"] == "'=HYPERLINK(1)"
        assert row["State"] == "told back"


class TestSheets:
    def test_points_come_in_and_go_out(self, practice, coordinator):
        (table,) = TABLES
        activity = an_activity(practice, coordinator)
        actions.add_theme(practice=practice, title="Childcare", by=coordinator)
        said = {"said_on": DAY, "kind": "question", "words": "When?"}
        rows = [
            Row(2, said | {"activity": "bread course", "theme": "CHILDCARE", "actionable": None}),
            Row(3, said | {"theme": "Weather"}),
            Row(4, said | {"said_on": date(2999, 1, 1)}),
        ]

        judged = table.judge(practice, coordinator, rows)

        (change,) = judged.changes
        assert [(fault.row, fault.column) for fault in judged.faults] == [(3, "theme"), (4, "said_on")]
        change.thing.save()
        (row,) = table.rows(practice, coordinator)
        assert (row["activity"], row["theme"], row["actionable"]) == (activity.title, "Childcare", True)
