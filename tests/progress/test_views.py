"""The pages of reports, as people meet them."""

from datetime import date

import pytest
from django.urls import reverse

from cairn.people import actions as people
from cairn.progress import actions, facts, shape
from cairn.progress.enums import State
from cairn.progress.forms import last_half_year
from cairn.progress.models import Report
from tests.progress.factories import SECOND, a_report, sent, signed, write
from tests.registers.factories import a_record

IN = date(2025, 4, 2)


def at(name, report, *more):
    return reverse(name, args=[report.practice_id, report.pk, *more])


class TestList:
    def test_nothing_yet_says_what_to_do(self, visit, practice, coordinator, funder):
        address = reverse("progress", args=[practice.pk])

        assert "Begin a report" in visit(coordinator, address).content.decode()
        assert "Begin a report" not in visit(funder, address).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_as_many_queries_however_many_reports(
        self, visit, practice, coordinator, number, django_assert_num_queries
    ):
        for place in range(number):
            a_report(practice, coordinator, days=(date(2025, place + 1, 1), date(2025, place + 1, 20)))
        address = reverse("progress", args=[practice.pk])
        visit(coordinator, address)

        with django_assert_num_queries(23):
            page = visit(coordinator, address).content.decode()
        assert page.count("Half a year") == number

    def test_as_a_sheet(self, visit, practice, report, coordinator, reviewer):
        signed(report, reviewer)

        sheet = visit(coordinator, reverse("progress_export", args=[practice.pk, "csv"])).content.decode()

        assert "Half a year,2025-01-01,2025-06-30,,signed," in sheet


class TestBeginning:
    def said(self, **more):
        usual = {
            "layout": "six-monthly",
            "starts_on": "2025-01-01",
            "ends_on": "2025-06-30",
            "language": "en",
        }
        return usual | more

    def test_from_the_form(self, visit, practice, grant, coordinator):
        address = reverse("progress_new", args=[practice.pk])
        assert "Fund for Arriving" in visit(coordinator, address).content.decode()

        answer = visit(coordinator, address, self.said(grant=str(grant.pk)))

        made = Report.objects.get()
        assert answer["Location"] == made.get_absolute_url()
        assert made.grant == grant
        assert made.title == "Six-monthly report, 2025-01-01 – 2025-06-30"

    def test_what_is_refused_stands_at_its_field(self, visit, practice, coordinator):
        answer = visit(
            coordinator, reverse("progress_new", args=[practice.pk]), self.said(ends_on="2024-01-01")
        )

        assert answer.status_code == 422
        assert "There is no grant in Money yet" in answer.content.decode()
        assert "cannot end before it starts" in answer.content.decode()

    @pytest.mark.parametrize(
        ("today", "days"),
        [
            (date(2025, 3, 1), (date(2024, 7, 1), date(2024, 12, 31))),
            (date(2025, 9, 1), (date(2025, 1, 1), date(2025, 6, 30))),
        ],
    )
    def test_the_half_year_that_was_over_last(self, today, days):
        assert last_half_year(today) == days

    def test_throwing_a_draft_away(self, visit, practice, report, coordinator):
        assert visit(coordinator, at("progress_discard", report), {}).status_code == 302
        assert not Report.objects.exists()

    def test_what_was_on_its_way_stays(self, visit, report, coordinator):
        actions.take_back(report=sent(report), by=coordinator)

        visit(coordinator, at("progress_discard", report), {})

        assert Report.objects.exists()


class TestReport:
    def test_a_draft_with_what_it_lacks(self, visit, practice, grant, coordinator):
        report = a_report(practice, coordinator, layout="six-monthly", grant=grant)

        page = visit(coordinator, report.get_absolute_url()).content.decode()

        assert "Before it can go to review" in page
        assert at("progress_write", report, "summary") in page
        assert "Say why it went otherwise" in page
        assert "Source:" in page
        assert "Send to review" not in page

    def test_figures_beside_those_of_the_last_report(self, visit, practice, coordinator, reach):
        reach(woman=20)
        write(a_report(practice, coordinator))
        second = a_report(practice, coordinator, days=SECOND)

        page = visit(coordinator, second.get_absolute_url()).content.decode()

        assert "last report: 20" in page
        assert "from the last report" in page

    def test_in_review_it_says_whom_it_waits_for(self, visit, organisation, report, coordinator, reviewer):
        people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="", by=coordinator)
        sent(report)

        page = visit(coordinator, report.get_absolute_url()).content.decode()
        assert "<bdi>Rian</bdi>" in page
        assert "Sign it" not in page
        assert "Sign it" in visit(reviewer, report.get_absolute_url()).content.decode()

    def test_where_nobody_else_may_sign(self, visit, organisation, report, coordinator):
        people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="", by=coordinator)
        sent(report)

        assert "invite a reviewer" in visit(coordinator, report.get_absolute_url()).content.decode()

    def test_signed_with_its_fingerprint(self, visit, report, reviewer, funder):
        done = signed(report, reviewer)

        page = visit(funder, report.get_absolute_url()).content.decode()

        assert done.signed.digest in page
        assert "Signed by Rian" in page
        assert "fingerprint does not fit" not in page

    def test_returned_with_the_note(self, visit, report, coordinator, reviewer):
        actions.send_back(report=sent(report), words="Say more on Ghent.", by=reviewer)

        assert "Say more on Ghent." in visit(coordinator, report.get_absolute_url()).content.decode()


class TestWriting:
    def test_words_of_a_section(self, visit, report, coordinator):
        address = at("progress_write", report, "summary")
        assert "Its figures" in visit(coordinator, address).content.decode()

        answer = visit(coordinator, address, {"words": "It went well.", "revision": "1"})

        assert answer["Location"] == f"{report.get_absolute_url()}#summary"
        assert report.blocks.get(key="summary").words == "It went well."

    def test_the_draft_can_be_put_into_the_form(self, visit, report, coordinator):
        write(report)

        assert (
            "Put this draft into the form"
            in visit(coordinator, at("progress_write", report, "summary")).content.decode()
        )
        page = visit(coordinator, at("progress_write", report, "summary") + "?draft").content.decode()
        assert "Nothing is saved until you save it" in page
        assert "This report covers" in page

    def test_two_at_once(self, visit, report, coordinator):
        write(report, words="Theirs.")

        answer = visit(
            coordinator, at("progress_write", report, "summary"), {"words": "Mine.", "revision": "1"}
        )

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Theirs." in page
        assert "Mine." in page
        assert 'name="revision" value="2"' in page

    def test_carried_words_say_so(self, visit, practice, coordinator):
        write(a_report(practice, coordinator))
        second = a_report(practice, coordinator, days=SECOND)

        assert (
            "come from the last report"
            in visit(coordinator, at("progress_write", second, "summary")).content.decode()
        )

    def test_too_long(self, visit, report, coordinator):
        said = {"words": "x" * 20_001, "revision": "1"}

        assert visit(coordinator, at("progress_write", report, "summary"), said).status_code == 422

    @pytest.mark.parametrize("key", ["people", "strange"])
    def test_a_section_without_words(self, visit, report, coordinator, key):
        assert visit(coordinator, at("progress_write", report, key)).status_code == 404

    def test_reasons(self, visit, practice, grant, coordinator):
        report = a_report(practice, coordinator, grant=grant)
        key = facts.asks_of(report)[0].key

        assert visit(coordinator, at("progress_reasons", report), {key: "Late start."}).status_code == 302

        page = visit(coordinator, report.get_absolute_url()).content.decode()
        assert "Late start." in page

    def test_a_reason_too_long(self, visit, practice, grant, coordinator):
        report = a_report(practice, coordinator, grant=grant)
        key = facts.asks_of(report)[0].key

        assert visit(coordinator, at("progress_reasons", report), {key: "x" * 2_001}).status_code == 422

    @pytest.mark.parametrize("name", ["progress_refresh", "progress_reasons"])
    def test_not_while_it_is_in_review(self, visit, report, coordinator, name):
        sent(report)

        assert visit(coordinator, at(name, report)).status_code == 404


class TestTakingFiguresAnew:
    def test_nothing_changed(self, visit, report, coordinator):
        assert (
            "say the same as the report"
            in visit(coordinator, at("progress_refresh", report)).content.decode()
        )

    def test_what_changed_is_shown_and_words_are_kept_or_replaced(self, visit, practice, report, coordinator):
        write(report, "activities", "My own words.")
        a_record(practice, coordinator, "incident", happened_on=IN)
        page = visit(coordinator, at("progress_refresh", report)).content.decode()
        assert "Risks, incidents and changes: Incidents" in page
        assert "Incidents by sort" in page
        assert 'value="deviations"' in page
        assert "My own words." not in page

        seen = shape.digest_of_parts(facts.taken_now(report))
        answer = visit(coordinator, at("progress_refresh", report), {"seen": seen, "take": ["deviations"]})

        assert answer["Location"] == report.get_absolute_url()
        assert "1 incident" in report.blocks.get(key="deviations").words
        assert report.blocks.get(key="activities").words == "My own words."

    def test_somebodys_words_stand_beside_the_new_draft(self, visit, practice, report, coordinator):
        write(report, "deviations", "A quiet time.")
        a_record(practice, coordinator, "incident", happened_on=IN)

        page = visit(coordinator, at("progress_refresh", report)).content.decode()

        assert "Somebody wrote here:" in page
        assert "A quiet time." in page

    def test_looked_at_something_else(self, visit, report, coordinator):
        answer = visit(coordinator, at("progress_refresh", report), {"seen": "another"})

        assert answer.status_code == 422
        assert "changed meanwhile" in answer.content.decode()


class TestSigning:
    def test_the_whole_way(self, visit, report, coordinator, reviewer):
        for block in report.blocks.all():
            write(report, block.key, block.words)
        visit(coordinator, at("progress_submit", report), {})
        page = visit(reviewer, at("progress_sign", report)).content.decode()
        seen = shape.digest_of(shape.to_text(facts.paper_of(Report.objects.get(pk=report.pk))))
        assert seen in page

        visit(reviewer, at("progress_sign", report), {"seen": seen})

        report.refresh_from_db()
        assert report.state == State.SIGNED

    def test_lacking_something_it_does_not_go(self, visit, report, coordinator):
        write(report, words="")

        visit(coordinator, at("progress_submit", report), {})

        report.refresh_from_db()
        assert report.state == State.DRAFT

    def test_read_something_else(self, visit, report, reviewer):
        sent(report)

        answer = visit(reviewer, at("progress_sign", report), {"seen": "another"})

        assert answer.status_code == 422

    def test_taken_back(self, visit, report, coordinator):
        sent(report)

        visit(coordinator, at("progress_take_back", report), {})

        report.refresh_from_db()
        assert report.state == State.DRAFT

    def test_returned(self, visit, report, reviewer):
        sent(report)
        assert visit(reviewer, at("progress_send_back", report)).status_code == 200
        assert visit(reviewer, at("progress_send_back", report), {"words": ""}).status_code == 422

        visit(reviewer, at("progress_send_back", report), {"words": "Say more."})

        report.refresh_from_db()
        assert report.state == State.RETURNED

    def test_who_wrote_last_finds_no_place_to_sign(self, visit, organisation, report, coordinator):
        people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="", by=coordinator)
        sent(report)

        assert visit(coordinator, at("progress_sign", report)).status_code == 404
