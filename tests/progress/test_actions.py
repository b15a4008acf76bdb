"""A report on its way: begun from records, written, explained, reviewed by a second person, signed for good."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.money import actions as money
from cairn.notices.models import Notice
from cairn.people import actions as people
from cairn.progress import actions, facts, layouts, shape
from cairn.progress.enums import State, Verb
from cairn.progress.models import Report, Signed
from cairn.releases.facts import published_of
from cairn.trail.models import Entry
from tests.money.factories import a_grant
from tests.progress.factories import HALF, SECOND, a_report, sent, signed, write
from tests.registers.factories import a_record

IN = date(2025, 4, 2)


@pytest.fixture
def house(organisation, coordinator):
    """Asks for a second person before anything goes out."""
    people.ask_for_four_eyes(organisation=organisation, wanted=True, reason="", by=coordinator)
    organisation.refresh_from_db()
    return organisation


class TestBeginning:
    def test_figures_and_drafts_come_from_the_records(self, practice, grant, coordinator, reach):
        reach(woman=20)

        report = a_report(practice, coordinator, layout="six-monthly", grant=grant)

        assert report.state == State.DRAFT
        assert "reached this many people: 20" in report.blocks.get(key="people").words
        assert report.blocks.get(key="people").untouched
        assert not report.blocks.filter(key="documents").exists()
        assert Entry.objects.filter(thing=f"progress:{report.pk}", deed="created").exists()

    def test_words_and_figures_are_in_the_reports_language(self, practice, coordinator):
        report = a_report(practice, coordinator, language="fr")

        assert facts.paper_of(report).language == "fr"
        assert layouts.from_kept(report.layout).slots[0].key == "summary"

    def test_the_period_cannot_end_before_it_starts(self, practice, coordinator):
        with pytest.raises(ValidationError, match="cannot end before"):
            a_report(practice, coordinator, days=(HALF[1], HALF[0]))

    def test_the_same_days_are_not_told_twice(self, practice, coordinator, report):
        with pytest.raises(ValidationError, match="covers some of these days"):
            a_report(practice, coordinator, days=(IN, SECOND[1]))

        assert a_report(practice, coordinator, layout="six-monthly").follows is None

    def test_the_next_begins_with_the_texts_of_the_last(self, practice, coordinator, reach):
        reach(woman=20)
        first = a_report(practice, coordinator)
        write(first, "summary", "We moved to a bigger house.")
        write(first, "activities", "")

        second = a_report(practice, coordinator, days=SECOND)

        block = second.blocks.get(key="summary")
        assert (block.words, block.carried) == ("We moved to a bigger house.", True)
        assert not second.blocks.get(key="activities").carried
        figure = next(part for part in facts.paper_of(second).parts if part.key == "people").figure("unique")
        assert (figure.words, figure.before) == ("20", "20")
        assert facts.paper_of(first).parts[0].figure("period").before == ""


class TestWriting:
    def test_words_are_kept(self, report, coordinator, reviewer):
        write(report, by=reviewer)

        report.refresh_from_db()
        assert report.blocks.get(key="summary").words == "It went well."
        assert report.written_by == reviewer

    def test_saying_the_same_writes_nothing(self, report, coordinator, reviewer):
        write(report, words=report.blocks.get(key="summary").words, by=reviewer)

        report.refresh_from_db()
        assert report.written_by == coordinator

    def test_two_at_once_are_shown_to_each_other(self, report, coordinator):
        write(report, words="Mine.")

        with pytest.raises(Conflict) as conflict:
            actions.write(report=report, key="summary", words="Yours.", revision=1, by=coordinator)

        assert conflict.value.theirs.words == "Mine."

    def test_carried_words_are_looked_at_by_saving_them(self, practice, coordinator):
        write(a_report(practice, coordinator))
        second = a_report(practice, coordinator, days=SECOND)

        write(second, words="It went well.")

        assert not second.blocks.get(key="summary").carried

    def test_reasons_are_kept_for_what_asks_for_them(self, practice, grant, coordinator):
        report = a_report(practice, coordinator, grant=grant)
        key = facts.asks_of(report)[0].key

        kept = actions.explain(report=report, reasons={key: "Late start.", "strange": "No."}, by=coordinator)
        assert kept.reasons == {key: "Late start."}

        assert actions.explain(report=report, reasons={key: ""}, by=coordinator).reasons == {}


class TestTakingFiguresAnew:
    def seen(self, report):
        return shape.digest_of_parts(facts.taken_now(report))

    def test_drafts_that_are_taken_take_the_place_of_words(self, practice, coordinator, report):
        a_record(practice, coordinator, "incident", happened_on=IN)

        actions.refresh(report=report, seen=self.seen(report), take={"deviations"}, by=coordinator)

        block = report.blocks.get(key="deviations")
        assert "1 incident was recorded." in block.words
        assert block.revision == 2

    def test_words_stay_unless_somebody_says_otherwise(self, practice, coordinator, report):
        write(report, "deviations", "A quiet time.")
        a_record(practice, coordinator, "incident", happened_on=IN)

        actions.refresh(report=report, seen=self.seen(report), take=set(), by=coordinator)

        block = report.blocks.get(key="deviations")
        assert block.words == "A quiet time."
        assert "1 incident" in block.drafted
        report.refresh_from_db()
        assert (
            next(part for part in facts.paper_of(report).parts if part.key == "deviations")
            .figure("incidents")
            .words
            == "1"
        )

    def test_what_changed_meanwhile_is_looked_at_first(self, practice, coordinator, report):
        seen = self.seen(report)
        a_record(practice, coordinator, "incident", happened_on=IN)

        with pytest.raises(ValidationError, match="changed meanwhile"):
            actions.refresh(report=report, seen=seen, take=set(), by=coordinator)


class TestThrowingAway:
    def test_a_draft(self, report, coordinator):
        actions.discard(report=report, by=coordinator)

        assert not Report.objects.exists()

    def test_not_what_was_on_its_way(self, report, coordinator):
        sent(report)
        actions.take_back(report=report, by=coordinator)

        with pytest.raises(ValidationError, match="has been in review"):
            actions.discard(report=report, by=coordinator)


class TestReview:
    def test_what_is_lacking_is_all_said_at_once(self, practice, grant, coordinator):
        report = a_report(practice, coordinator, grant=grant)
        write(report, words="")

        with pytest.raises(ValidationError) as refusal:
            actions.submit(report=report, by=coordinator)

        said = refusal.value.messages
        assert "“Summary” has no words yet." in said
        assert any(one.startswith("Say why: A ") for one in said)

    def test_not_before_the_period_is_over(self, practice, coordinator):
        today = timezone.localdate()
        running = a_report(
            practice, coordinator, days=(today - timedelta(days=10), today + timedelta(days=1))
        )

        assert facts.lacks_of(running, today)[0].words.startswith("The period lasts until")
        assert "take them again" in facts.lacks_of(running, today + timedelta(days=1))[0].words

    def test_carried_words_have_to_be_read(self, practice, coordinator):
        write(a_report(practice, coordinator))
        second = a_report(practice, coordinator, days=SECOND)

        lacks = facts.lacks_of(second, timezone.localdate())

        assert [(lack.section, "still says" in lack.words) for lack in lacks] == [("summary", True)]

    def test_signers_are_told(self, report, reviewer):
        sent(report)

        told = Notice.objects.get(person=reviewer)
        assert str(told) == "“Half a year” waits for your signature."
        assert told.address == report.get_absolute_url()

    def test_nothing_changes_while_it_is_read(self, report, coordinator):
        sent(report)

        with pytest.raises(ValidationError, match="in review or signed"):
            write(report, words="Otherwise.")

    def test_returned_with_a_note(self, report, coordinator, reviewer):
        actions.send_back(report=sent(report), words="Say more on Ghent.", by=reviewer)

        report.refresh_from_db()
        assert report.state == State.RETURNED
        assert report.steps.last().note == "Say more on Ghent."
        assert Notice.objects.filter(person=coordinator).exists()
        write(report, words="Ghent went well.")

    def test_not_without_a_note(self, report, reviewer):
        with pytest.raises(ValidationError, match="Say what has to change"):
            actions.send_back(report=sent(report), words=" ", by=reviewer)

    def test_only_what_is_in_review_comes_back(self, report, coordinator):
        with pytest.raises(ValidationError, match="not in review any more"):
            actions.take_back(report=report, by=coordinator)


class TestSigning:
    def test_by_somebody_else_than_who_wrote_last(self, house, report, coordinator, reviewer):
        kept = sent(report)

        assert not facts.may_sign(coordinator, kept)
        assert facts.signers_of(kept) == [reviewer]
        with pytest.raises(ValidationError, match="cannot sign it"):
            actions.sign(report=kept, seen="", by=coordinator)

        done = signed_now(kept, reviewer)
        assert done.state == State.SIGNED
        assert facts.paper_of(done).signed_by == "Rian"

    def test_what_was_read_is_what_is_signed(self, report, reviewer):
        with pytest.raises(ValidationError, match="changed meanwhile"):
            actions.sign(report=sent(report), seen="another", by=reviewer)

    def test_a_signed_report_stays_whatever_becomes_of_the_records(
        self, practice, coordinator, report, reviewer
    ):
        a_record(practice, coordinator, "incident", happened_on=IN)
        done = signed(report, reviewer)
        before = shape.to_text(facts.paper_of(done))

        practice.title = "Another name"
        practice.save()
        a_record(practice, coordinator, "incident", happened_on=IN)

        after = facts.paper_of(Report.objects.get(pk=done.pk))
        assert shape.to_text(after) == before
        assert shape.digest_of(before) == done.signed.digest
        assert [step.verb for step in done.steps.all()] == [Verb.SUBMIT, Verb.SIGN]

    def test_the_database_itself_refuses_to_change_it(self, report, reviewer):
        done = signed(report, reviewer).signed

        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            Signed.objects.filter(pk=done.pk).update(text="{}")
        with (
            pytest.raises(IntegrityError, match="never"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM progress_signed WHERE id = {done.pk}")  # noqa: S608  # a number
        with pytest.raises(TypeError):
            done.save()
        with pytest.raises(TypeError):
            done.delete()

    def test_counts_that_were_told_are_remembered(self, practice, coordinator, report, reviewer, reach):
        reach(woman=20)
        actions.discard(report=report, by=coordinator)
        signed(a_report(practice, coordinator), reviewer)
        reach(on=date(2025, 9, 1), woman=2)

        second = a_report(practice, coordinator, days=SECOND)

        told = next(part for part in facts.paper_of(second).parts if part.key == "people")
        assert told.figure("unique").words == "20 or some more"

    def test_when_it_was_signed(self, practice, report, reviewer):
        signed(report, reviewer)
        today = timezone.localdate()

        assert facts.signed_days(practice.pk, today) == [today]
        assert facts.signed_days(practice.pk, today - timedelta(days=1)) == []


def signed_now(kept, by):
    seen = shape.digest_of(shape.to_text(facts.paper_of(kept)))
    return actions.sign(report=kept, seen=seen, by=by).report


class TestWhoReads:
    def test_a_draft_is_for_who_writes(self, practice, report, coordinator, reviewer, funder, stranger):
        found = [
            facts.readable_by(who, practice).count() for who in (coordinator, reviewer, funder, stranger)
        ]

        assert found == [1, 0, 0, 0]

    def test_in_review_for_who_signs(self, practice, report, coordinator, reviewer, funder):
        sent(report)

        assert [facts.readable_by(who, practice).count() for who in (coordinator, reviewer, funder)] == [
            1,
            1,
            0,
        ]

    def test_signed_for_who_pays(self, practice, report, coordinator, reviewer, funder, reader):
        signed(report, reviewer)

        found = [facts.readable_by(who, practice).count() for who in (coordinator, reviewer, funder, reader)]
        assert found == [1, 1, 1, 0]


def test_a_grant_that_is_removed_leaves_its_report(practice, coordinator, grant):
    empty = a_grant(practice, coordinator, funder="Mistake")
    report = a_report(practice, coordinator, grant=empty)

    money.remove_grant(grant=empty)

    assert Report.objects.get(pk=report.pk).grant is None


def test_a_section_without_words_has_no_page(practice, coordinator):
    report = a_report(practice, coordinator)

    assert facts.block_of(report, "people") is None
    assert facts.block_of(report, "strange") is None
    assert facts.block_of(report, "summary")[0].title == "Summary"


def test_names_for_who_looks_at_the_tables(report, reviewer):
    done = signed(report, reviewer)

    assert str(done) == "Half a year"
    assert str(done.blocks.get(key="summary")) == f"{done.pk} summary"
    assert str(done.steps.first()) == f"{done.pk} submit"
    assert str(done.signed) == done.signed.digest


def test_released_tables_are_held_against_signed_reports(practice, coordinator, reviewer, reach):
    reach(woman=20)
    signed(a_report(practice, coordinator), reviewer)

    told = published_of(practice)

    assert [(one.title, one.until, one.counts["total"]) for one in told] == [("Half a year", HALF[1], 20)]
