"""What people answered is shown out of pools, as counts or with how sure it is, and taken away in no order."""

import csv
import io
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from cairn.listening import showing
from cairn.listening.actions import coding, points
from cairn.listening.facts import answers, evidence, remarks
from cairn.listening.facts.wilson import interval
from cairn.listening.models import Coding
from cairn.participants.counting import Share
from cairn.practices.days import months_later
from cairn.registers import facts as registers
from cairn.surveys.enums import Kind
from cairn.surveys.shape import Choice, Question
from cairn.trail import facts as trail
from cairn.voices import actions as voicing
from cairn.voices import facts as voices
from cairn.voices.models import Remark
from tests.activities.factories import an_activity
from tests.listening.factories import a_form, an_opening, pooled, say
from tests.registers.factories import a_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(db):
    return a_form()


@pytest.fixture
def activity(practice, coordinator):
    return an_activity(practice, coordinator)


class TestHowSure:
    @pytest.mark.parametrize(
        ("share", "low", "high"),
        [(Share(8, 10), 0.490, 0.943), (Share(0, 20), 0.0, 0.161), (Share(20, 20), 0.839, 1.0)],
    )
    def test_the_interval_is_wilsons(self, share, low, high):
        """Checked against the table in Brown, Cai and DasGupta (2001) by another formula."""
        found = interval(share)

        assert found.low == pytest.approx(low, abs=0.001)
        assert found.high == pytest.approx(high, abs=0.001)

    def test_under_ten_there_is_none_and_no_per_cent(self):
        assert interval(Share(4, 9)) is None
        assert showing.share_said(Share(4, 9)) == "4 of 9"
        assert showing.share_said(Share(8, 10)) == "8 of 10 (80 %, likely between 49 and 94 %)"
        assert showing.share_said(Share(0, 0)) == "Not yet recorded"
        assert showing.response_said(Share(0, 0)) == "Not yet recorded"
        assert showing.response_said(Share(3, 9)) == "3 of 9"
        assert showing.response_said(Share(3, 10)) == "3 of 10 (30 %)"


class TestFigures:
    def test_each_question_tells_how_many_chose_what(self, practice, coordinator, activity, form):
        pooled(activity, form, coordinator, good=4, bad=2)
        pools = answers.chosen(practice, form, activity=activity.pk)

        asked = {
            each.name: each for each in answers.told(answers.wording(pools), voices.answers_in(*pools), "fr")
        }

        assert [(said.name, said.count) for said in asked["today"].said if said.count] == [
            ("good", 4),
            ("bad", 2),
        ]
        assert asked["today"].favourable == Share(4, 6)
        assert (asked["not_good"].several, asked["not_good"].answered, asked["not_good"].favourable) == (
            True,
            2,
            None,
        )
        assert asked["safe"].favourable == Share(4, 4)
        assert asked["today"].label != asked["today"].name
        assert "words" not in asked
        assert answers.response(pools) == Share(6, 12)

    def test_a_pool_is_chosen_whole_by_its_last_day_activity_or_consultation(
        self, practice, coordinator, activity, form
    ):
        pool = pooled(activity, form, coordinator)
        day = timezone.localdate()

        assert answers.chosen(practice, form, since=day, until=day) == [pool]
        assert answers.chosen(practice, form, until=date(2020, 1, 1)) == []
        assert answers.chosen(practice, form, consultation=uuid4()) == []

    def test_numbers_have_a_middle_only_from_five_on(self):
        age = Question("age", "/data/age", Kind.INTEGER, {"en": "Age"})
        scale = Question(
            "scale", "/data/scale", Kind.SCALE, {"en": "Scale"}, scale=(Decimal(1), Decimal(3), Decimal(1))
        )
        given = [voices.Given("en", "phone", {"age": number, "scale": "2"}) for number in (20, 30, 40, 50)]

        few = answers._told(age, given, ["en"])
        more = answers._told(age, [*given, voices.Given("en", "phone", {"age": 45})], ["en"])
        steps = answers._told(scale, given, ["en"])

        assert (few.middle, few.said, few.favourable) == ("", (), None)
        assert more.middle == "40"
        assert [(said.label, said.count) for said in steps.said] == [("1", 0), ("2", 4), ("3", 0)]
        assert showing.shown(more).drawing is None
        odd = [voices.Given("en", "phone", {"age": "old"})] * 5
        assert answers._told(age, odd, ["en"]).middle == ""

    def test_a_form_with_other_names_has_no_favourable_share(self):
        colour = Question("colour", "/data/colour", Kind.ONE, {}, choices=(Choice("red", {}),))

        told = answers._told(colour, [], ["en"])

        assert (told.favourable, told.label, told.said[0].label) == (None, "colour", "red")
        assert showing.shown(told).rows == (("red", "0 of 0"),)

    def test_rare_languages_are_told_together(self):
        given = [voices.Given(tag, "phone", {}) for tag in ["ar"] * 6 + ["ti", "so"]]

        assert answers.languages(given) == {"ar": 6, "": 2}
        assert answers.ways(given) == {"phone": 8}

    def test_the_trend_goes_by_months_and_over_a_year_by_half_years(
        self, practice, coordinator, activity, form
    ):
        today = timezone.localdate()
        pooled(activity, form, coordinator, on=months_later(today, -1))
        pooled(activity, form, coordinator, good=8, bad=4)
        pools = answers.chosen(practice, form)
        question = answers.overall(answers.wording(pools))

        months = answers.trend(pools, question)
        assert [(period.share, period.half_year) for period in months] == [
            (Share(5, 5), False),
            (Share(8, 12), False),
        ]
        assert answers.trend([], question) == []
        drawn = showing.trend_chart(months).drawn(key="trend")
        assert drawn.count("<circle") == 4  # of each period the share, and how many answered
        with translation.override("ar"):
            assert showing.trend_chart(months).drawn(key="trend", rtl=True) != drawn

        pools[0].last_on = months_later(today, -14)
        halves = answers.trend(pools, question)
        assert all(period.half_year for period in halves)
        assert {showing.half_year(date(2026, month, 1)) for month in (1, 7)} == {
            "first half of 2026",
            "second half of 2026",
        }
        assert "half of" in showing.period_said(halves[0])


class TestEvidence:
    def test_what_a_practice_heard(self, practice, coordinator, activity, form):
        day = timezone.localdate()
        nothing = evidence.heard(practice, day, day)
        assert (nothing.response, nothing.satisfaction) == (Share(0, 0), Share(0, 0))
        pooled(activity, form, coordinator, good=4, bad=2)

        heard = evidence.heard(practice, day, day)

        assert heard == evidence.Heard(
            response=Share(6, 12),
            satisfaction=Share(4, 6),
            safe=Share(4, 4),
            by_pool=((day, Share(4, 6)),),
        )


class TestPages:
    @pytest.fixture(autouse=True)
    def _signed_in(self, client, coordinator):
        client.force_login(coordinator)

    def test_before_five_answered_the_page_says_what_waits(
        self, practice, coordinator, activity, form, client
    ):
        opening = an_opening(activity, form, coordinator)
        for _each in range(3):
            say(opening, words="Only I know this.")

        page = client.get(reverse("answers", args=[practice.pk])).content.decode()
        of_form = client.get(reverse("answers_form", args=[practice.pk, form.pk])).content.decode()

        assert "3 answers wait until their sessions are over and 5 are together." in page
        assert "Nothing can be read yet" in page
        assert "Nothing can be read yet" in of_form
        assert "Only I know this" not in page + of_form
        assert client.get(reverse("answers_export", args=[practice.pk, form.pk])).status_code == 404

    def test_then_it_shows_each_question_with_a_table(self, practice, coordinator, activity, form, client):
        pooled(activity, form, coordinator, good=8, bad=4, words="The bread was good.")
        pooled(activity, form, coordinator, on=months_later(timezone.localdate(), -2))

        overview = client.get(reverse("answers", args=[practice.pk])).content.decode()
        page = client.get(reverse("answers_form", args=[practice.pk, form.pk])).content.decode()

        assert "13 of 17 (76 %, likely between" in overview
        assert "17 of 34 (50 %)" in overview
        assert "1 to read" in overview
        assert page.count("<svg") >= 5
        assert page.count("As a table") >= 5
        assert "Through time" in page
        assert "The bread was good." not in page, "nobody passed it on"
        none = client.get(reverse("answers_form", args=[practice.pk, form.pk]) + "?until=2020-01-01")
        assert "Nothing can be read yet" in none.content.decode()

    def test_a_form_without_the_question_how_it_was_shows_no_trend(
        self, practice, coordinator, activity, client
    ):
        sheets = {
            "survey": [{"type": "select_one yn", "name": "again", "label": "Again?"}],
            "choices": [{"list_name": "yn", "name": "yes", "label": "=Yes"}],
        }
        form = a_form(practice, sheets, key="own")
        opening = an_opening(activity, form, coordinator)
        for _each in range(5):
            say(opening, again="yes")
        voicing.close(opening=opening, by=coordinator)

        page = client.get(reverse("answers_form", args=[practice.pk, form.pk])).content.decode()
        overview = client.get(reverse("answers", args=[practice.pk])).content.decode()
        assert "Through time" not in page
        assert "Favourable, all in all" not in overview
        day = timezone.localdate()
        assert evidence.heard(practice, day, day).safe == Share(0, 0)

    def test_answers_are_taken_away_with_a_purpose_in_a_language(
        self, practice, coordinator, activity, form, client
    ):
        pooled(activity, form, coordinator, good=4, bad=2, words="The bread was good.")
        take = reverse("answers_export", args=[practice.pk, form.pk])
        assert client.get(take).status_code == 200
        assert client.post(take, {"purpose": "", "language": "en", "kind": "csv"}).status_code == 422

        taken = client.post(take, {"purpose": "The board asks.", "language": "fr", "kind": "csv"})

        text = taken.content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) == 6
        assert "The bread was good." not in text
        label = next(iter(rows[0]))
        assert sorted(row[label] for row in rows) == ["Bien"] * 4 + ["Mal"] * 2
        entry = trail.of(f"answers:{form.pk}").get()
        assert (entry.deed, entry.reason) == ("exported", "The board asks.")


class TestRemarks:
    @pytest.fixture
    def pool(self, activity, coordinator, form):
        return pooled(activity, form, coordinator, words="The bread was good.")

    def test_it_is_read_passed_on_put_under_themes_and_made_a_point(
        self, practice, coordinator, pool, form, client
    ):
        client.force_login(coordinator)
        page = reverse("remarks", args=[practice.pk])
        remark = Remark.objects.get()
        assert "The bread was good." in client.get(page).content.decode()
        assert "Written in English, as the form" in client.get(page).content.decode()

        client.post(reverse("remark_judge", args=[remark.pk]), {"to": "passed"})
        theme = points.add_theme(practice=practice, title="Content", by=coordinator)
        client.post(reverse("remark_themes", args=[remark.pk]), {"themes": [theme.pk, 987]})

        words = client.get(page).content.decode()
        assert remarks.counted(practice.pk) == [("Content", 1)]
        assert str(Coding.objects.get()) == f"{remark.pk}: Content"
        assert "checked" in words
        of_form = client.get(reverse("answers_form", args=[practice.pk, form.pk])).content.decode()
        assert "The bread was good." in of_form
        first = timezone.localdate().replace(day=1).isoformat()
        point = client.get(
            reverse("point_new", args=[practice.pk]),
            {"remark": remark.pk, "said_on": first, "activity": pool.activity_id},
        ).content.decode()
        assert "The bread was good." in point
        assert f'value="{first}"' in point

    def test_what_is_kept_back_is_gone_from_the_pages(self, practice, coordinator, pool, client):
        client.force_login(coordinator)
        remark = Remark.objects.get()

        client.post(reverse("remark_judge", args=[remark.pk]), {"to": "kept_back"})

        assert "bread was" not in client.get(reverse("remarks", args=[practice.pk])).content.decode()
        assert client.post(reverse("remark_judge", args=[remark.pk])).status_code == 404
        assert client.post(reverse("remark_themes", args=[remark.pk])).status_code == 404
        with pytest.raises(ValidationError, match="not passed on"):
            coding.code(remark=Remark.objects.get(), themes=[], by=coordinator)

    def test_they_are_found_by_the_language_in_which_they_are_written(
        self, practice, activity, coordinator, form, client
    ):
        texts = (
            "كانت الغرفة باردة جدا اليوم.",
            "The room was really cold today.",
            "🙂 12",
            "Oda bugün çok soğuktu.",
        )
        for words in texts:
            pooled(activity, form, coordinator, words=words)
        for remark in voices.held_for(coordinator, practice.pk):
            voicing.pass_on(remark=remark, by=coordinator)
        client.force_login(coordinator)

        def seen(**asked):
            page = client.get(reverse("remarks", args=[practice.pk]), asked).content.decode()
            return {words for words in texts if f"<p>{words}</p>" in page}, page

        assert seen()[0] == set(texts)
        assert '<details class="card">' in seen()[1]
        assert '<details class="card" open>' in seen(language="en")[1]
        assert seen(language="nonsense")[0] == set(texts)
        assert seen(language="en")[0] == {texts[1]}
        assert seen(language="unclear")[0] == {"🙂 12"}
        found, page = seen(language="other")
        assert found == {texts[0], texts[3]}
        assert "Written in Arabic; the form was in English" in page
        assert "Written in Turkish; the form was in English" in page
        practice.languages = ["en", "ary"]
        practice.save()
        assert seen(language="ary")[0] == {texts[0]}
        nothing = seen(language="en", page=9)[1]
        assert "Nothing that was passed on" not in nothing

    def test_where_nothing_is_written_in_it_the_way_back_is_there(self, practice, coordinator, pool, client):
        client.force_login(coordinator)
        voicing.pass_on(remark=Remark.objects.get(), by=coordinator)

        page = client.get(reverse("remarks", args=[practice.pk]), {"language": "other"}).content.decode()

        assert "Nothing that was passed on is written in it." in page

    def test_what_is_no_key_makes_no_point(self, practice, pool):
        assert remarks.one(practice, "nonsense") is None


class TestOtherEvidence:
    def test_reports_and_points_are_told_as_shares(self, practice):
        day = timezone.localdate()

        assert evidence.reported(practice.pk, day, day, day).acknowledged == Share(0, 0)
        assert evidence.looped(practice.pk, day, day).told == Share(0, 0)

    def test_what_became_of_what_was_said_in_consultations(self, practice, coordinator):
        held = a_record(practice, coordinator, "consultation", held_on=date(2026, 3, 2))
        a_record(practice, coordinator, "consultation", held_on=date(2026, 3, 3))
        said = [
            a_record(
                practice, coordinator, "consultation_input", consultations=[held.pk], said_on=date(2026, 3, 2)
            )
            for _each in range(2)
        ]
        a_record(practice, coordinator, "design_decision", inputs=[said[0].pk])
        for day in (date(2026, 4, 20), date(2026, 4, 1)):
            a_record(practice, coordinator, "told_back", consultations=[held.pk], told_on=day)

        rows = partial(registers.records, practice)
        found = evidence.consulted(rows, date(2026, 1, 1), date(2026, 6, 1))

        assert found == evidence.Consulted(decided=Share(1, 2), lags=(30,), told=Share(1, 2))
