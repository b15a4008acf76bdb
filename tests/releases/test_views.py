"""The coordinator looks, releases and withdraws; the funder reads."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from cairn.releases import actions
from cairn.releases.models import Release

pytestmark = pytest.mark.django_db
ASKED = {"which": "reach_sex", "starts_on": "2025-01-01", "ends_on": "2025-06-30"}


@pytest.fixture
def new(practice):
    def address(**asked):
        return f"{reverse('release_new', args=[practice.pk])}?{urlencode(ASKED | asked)}"

    return address


class TestReleasing:
    def test_what_is_looked_at_is_what_is_released(self, visit, reach, new, coordinator, funder):
        reach(woman=14, man=3, other=6)
        page = visit(coordinator, new())
        assert "hidden" in page.content.decode()

        seen = page.context["digest"]
        made = visit(coordinator, new(), title="Reached by summer", seen=seen)
        read = visit(funder, made["Location"])

        assert read.status_code == 200
        assert "hidden" in read.content.decode()
        assert "Withdraw" not in read.content.decode()

    def test_the_form_is_empty_at_first(self, visit, coordinator, practice):
        assert visit(coordinator, reverse("release_new", args=[practice.pk])).status_code == 200

    def test_what_may_not_be_told_says_why(self, visit, reach, new, coordinator):
        reach(woman=3)
        page = visit(coordinator, new())

        assert page.status_code == 422
        assert "fewer than 12" in page.content.decode()

    def test_days_are_refused_at_their_field(self, visit, new, coordinator):
        assert "ends_on" in visit(coordinator, new(ends_on="2024-01-01")).context["choose"].errors

    def test_what_changed_is_looked_at_again(self, visit, reach, new, coordinator):
        reach(woman=14)
        page = visit(coordinator, new(), title="Reached", seen="old")

        assert page.status_code == 422
        assert "changed meanwhile" in page.content.decode()
        assert not Release.objects.exists()

    def test_a_title_is_needed(self, visit, reach, new, coordinator):
        reach(woman=14)

        assert visit(coordinator, new(), title="", seen="old").status_code == 422

    def test_unknown_tables_cannot_be_chosen(self, visit, new, coordinator):
        assert visit(coordinator, new(which="names")).status_code == 422


class TestReading:
    def test_the_list_teaches_while_it_is_empty(self, visit, practice, coordinator, funder):
        address = reverse("releases", args=[practice.pk])

        assert "Release a table" in visit(coordinator, address).content.decode()
        assert "Release a table" not in visit(funder, address).content.decode()

    def test_the_list_names_what_was_released(self, visit, reach, release, practice, coordinator, funder):
        reach(woman=14)
        release()
        address = reverse("releases", args=[practice.pk])

        assert "Reached" in visit(funder, address).content.decode()
        assert "released" in visit(coordinator, address).content.decode()

    def test_the_table_is_taken_away_with_what_is_hidden(self, visit, reach, release, practice, funder):
        reach(woman=14, man=3, other=6)
        address = reverse("release_export", args=[practice.pk, release().pk, "csv"])

        assert "man,hidden" in visit(funder, address).content.decode("utf-8-sig")

    def test_another_practice_has_not_this_table(self, visit, reach, release, practice, stranger):
        reach(woman=14)

        assert visit(stranger, release().get_absolute_url()).status_code == 404

    def test_the_practice_leads_there(self, visit, practice, funder):
        page = visit(funder, practice.get_absolute_url()).content.decode()

        assert reverse("releases", args=[practice.pk]) in page
        assert reverse("practice_documents", args=[practice.pk]) not in page
        assert "Assessments" not in page
        assert reverse("improvement_board", args=[practice.pk]) not in page

    def test_the_desk_tells_no_funder_how_assessments_stand(self, visit, practice, funder, reader):
        assert "Not assessed yet." in visit(reader, reverse("desk")).content.decode()
        assert "Not assessed yet." not in visit(funder, reverse("desk")).content.decode()


class TestWithdrawing:
    @pytest.fixture
    def made(self, reach, release):
        reach(woman=14)
        return release()

    @pytest.fixture
    def address(self, practice, made):
        return reverse("release_withdraw", args=[practice.pk, made.pk])

    def test_a_reason_is_needed(self, visit, address, coordinator):
        assert visit(coordinator, address, reason="").status_code == 422

    def test_the_funder_no_longer_finds_it(self, visit, address, made, practice, coordinator, funder):
        visit(coordinator, address, reason="Wrong days.")

        assert visit(funder, made.get_absolute_url()).status_code == 404
        assert "Wrong days." in visit(coordinator, made.get_absolute_url()).content.decode()
        assert visit(coordinator, address).status_code == 404

    def test_a_table_that_was_tampered_with_says_so(self, visit, made, funder):
        Release.objects.filter(pk=made.pk).update(content=made.content | {"rows": [["woman", 15]]})

        assert "fingerprint does not fit" in visit(funder, made.get_absolute_url()).content.decode()

    def test_an_action_withdraws_with_a_reason(self, made, coordinator):
        assert actions.withdraw(release=made, reason="Old.", by=coordinator).withdrawal_reason == "Old."
