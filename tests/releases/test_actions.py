"""What is released stays as it is, and tells too much neither alone nor beside what was released before."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.releases import actions, facts
from cairn.releases.kinds import KINDS
from cairn.trail.models import Entry
from tests.releases.conftest import DAYS
from tests.results.factories import HALF, SECOND, a_measurement, an_indicator, an_objective

pytestmark = pytest.mark.django_db
LATER = (DAYS[0], date(2025, 7, 31))


class TestReleasing:
    def test_the_table_is_kept_with_its_fingerprint(self, reach, release, coordinator):
        reach(woman=14)
        made = release()

        assert made.content["rows"] == [["woman", 14], ["All", 14]]
        assert facts.is_intact(made)
        assert made.starts_on is None
        assert str(made) == "Reached"
        assert Entry.objects.latest("number").thing == f"release:{made.pk}"

    def test_two_more_are_refused_beside_it(self, reach, release):
        reach(woman=14)
        release()
        reach(date(2025, 7, 5), woman=2)

        with pytest.raises(ValidationError, match="“Reached”"):
            release(days=LATER)

    def test_also_in_another_division_and_once_it_is_withdrawn(self, reach, release, coordinator):
        reach(woman=14)
        actions.withdraw(release=release(), reason="Wrong days.", by=coordinator)
        reach(date(2025, 7, 5), woman=2)

        with pytest.raises(ValidationError, match="“Reached”"):
            release("reach_age", days=LATER)

    def test_rounded_down_they_are_not(self, reach, release):
        reach(woman=14)
        release()
        reach(date(2025, 7, 5), woman=2)

        assert release(days=LATER, rounded=True).content["rows"][:2] == [["woman", 15], ["man", None]]

    def test_five_more_are_not_refused(self, reach, release):
        reach(woman=14)
        release()
        reach(date(2025, 7, 5), woman=5)

        assert release(days=LATER).content["rows"][0] == ["woman", 19]

    def test_an_indicator_of_people_that_grew_by_two_is_refused(self, release, practice, coordinator):
        indicator = an_indicator(
            an_objective(practice, coordinator), coordinator, counts_people=True, gathering="so_far"
        )
        a_measurement(indicator, coordinator, value="13", period=HALF)
        release("results", title="Half a year")
        assert release("results", title="Again").title == "Again"
        a_measurement(indicator, coordinator, value="15", period=SECOND)

        with pytest.raises(ValidationError, match="“Again”"):
            release("results", days=(DAYS[0], SECOND[1]))

    def test_what_changed_since_it_was_looked_at_is_looked_at_again(self, reach, practice, coordinator):
        reach(woman=14)

        with pytest.raises(ValidationError, match="changed meanwhile"):
            actions.release(
                practice=practice, kind=KINDS["reach_sex"], days=DAYS, rounded=False, title="T", seen="old", by=coordinator
            )  # fmt: skip

    def test_nothing_is_no_table(self, practice):
        with pytest.raises(ValidationError, match="nothing to tell"):
            actions.checked(KINDS["budget"], practice, *DAYS, rounded=False)

    @pytest.mark.parametrize("days", [(DAYS[1], DAYS[0]), (DAYS[0], timezone.localdate() + timedelta(2))])
    def test_days_that_cannot_be(self, practice, days):
        with pytest.raises(ValidationError) as refusal:
            actions.checked(KINDS["budget"], practice, *days, rounded=False)
        assert "ends_on" in refusal.value.message_dict


class TestKeeping:
    def test_a_change_of_content_is_refused(self, reach, release):
        reach(woman=14)
        made = release()
        made.content = {}

        with pytest.raises(TypeError, match="never changes"):
            made.save()
        with pytest.raises(TypeError, match="never changes"):
            made.save(update_fields=["content"])
        with pytest.raises(TypeError, match="never deleted"):
            made.delete()

    def test_a_change_behind_our_back_is_noticed(self, reach, release):
        reach(woman=14)
        made = release()
        made.content["rows"][0][1] = 15

        assert not facts.is_intact(made)

    def test_it_is_withdrawn_once(self, reach, release, coordinator, funder, practice):
        reach(woman=14)
        made = release()
        gone = actions.withdraw(release=made, reason="Wrong days.", by=coordinator)

        assert Entry.objects.latest("number").reason == "Wrong days."
        assert list(facts.readable_by(funder, practice)) == []
        assert list(facts.readable_by(coordinator, practice)) == [gone]
        with pytest.raises(ValidationError, match="already"):
            actions.withdraw(release=made, reason="Again.", by=coordinator)


def test_who_has_no_part_in_it_reads_nothing(reach, release, reader, practice):
    reach(woman=14)
    release()

    assert list(facts.readable_by(reader, practice)) == []


def test_numbers_and_what_is_hidden_in_words():
    assert [facts.said(cell) for cell in ("w", 14, 2.5, None)] == ["w", "14", "2.50", "hidden"]
