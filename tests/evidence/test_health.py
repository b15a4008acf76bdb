"""The page of evidence: what is there, what is missing, and where it is done."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.evidence import actions, telling
from cairn.evidence.enums import Verdict
from cairn.evidence.models import Showing
from cairn.evidence.shape import Finding, Task
from cairn.frameworks import actions as frameworks
from cairn.frameworks.facts import shipped_framework
from tests.registers.factories import a_record


@pytest.fixture
def page(client, practice, coordinator):
    frameworks.load(framework=shipped_framework("good-practice-criteria"))
    client.force_login(coordinator)
    return lambda *more: client.get(reverse("evidence_of" if more else "evidence", args=[practice.pk, *more]))


def test_nothing_recorded_is_said_and_the_task_leads_to_its_form(page, practice):
    shown = page().content.decode()

    assert "Nothing is recorded. That does not say that it is not so." in shown
    assert reverse("record_new", args=[practice.pk, "policy_recommendation"]) in shown


def test_where_nothing_is_recorded_the_page_says_where_to_begin(page, practice):
    shown = page().content.decode()

    assert "No record says anything of any item yet" in shown
    assert reverse("activities", args=[practice.pk]) in shown


def test_what_would_carry_most_what_gets_old_and_each_criterion(page, practice, coordinator):
    day = timezone.localdate() - timedelta(days=350)
    a_record(practice, coordinator, "policy_recommendation", sent_on=day)

    shown = " ".join(page().content.decode().split())

    assert "No record says anything" not in shown
    assert "What would carry most" in shown
    assert "What gets too old" in shown
    assert "too old from" in shown
    assert '<td class="number">0</td>' in shown


def test_other_frameworks_with_rules_are_one_link_away(page, practice):
    assert "The same records by other criteria" not in page().content.decode()
    frameworks.load(framework=shipped_framework("core-humanitarian-standard"))

    usual, other = (
        " ".join(page(*more).content.decode().split()) for more in ((), ("core-humanitarian-standard",))
    )

    assert f'{reverse("evidence_of", args=[practice.pk, "core-humanitarian-standard"])}"' in usual
    assert "By the items of: Core Humanitarian Standard" in other
    assert f'{reverse("evidence_of", args=[practice.pk, "good-practice-criteria"])}"' in other


def test_the_table_of_another_framework_has_its_own_name(client, page, practice):
    frameworks.load(framework=shipped_framework("core-humanitarian-standard"))
    answer = client.get(reverse("evidence_export", args=[practice.pk, "core-humanitarian-standard", "csv"]))

    name = f"evidence-{practice.slug}-core-humanitarian-standard.csv"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_table_goes_out(client, page, practice, form):
    page()
    answer = client.get(reverse("evidence_export", args=[practice.pk, "good-practice-criteria", form]))

    assert answer["Content-Disposition"] == f'attachment; filename="evidence-{practice.slug}.{form}"'
    assert form == "xlsx" or "nothing recorded" in answer.content.decode()


def test_a_framework_without_rules_has_no_table(client, page, practice):
    page()
    assert client.get(reverse("evidence_export", args=[practice.pk, "oecd-dac", "csv"])).status_code == 404


def test_what_is_recorded_shows_at_once(page, practice, coordinator):
    a_record(practice, coordinator, "policy_recommendation")

    assert "Recommendations in the last twelve months: <strong>partly</strong>" in " ".join(
        page().content.decode().split()
    )


def test_a_framework_without_rules_has_no_page(page):
    assert page("oecd-dac").status_code == 404


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (None, None, ""),
        (3, 2, "3, asked for 2"),
        (8, 9, "8 of 9"),
        (29, 36, "80 % of 36"),
        (6, None, "6 points apart"),
    ],
)
def test_figures_are_counts_where_they_are_few(part, whole, words):
    assert telling.figures(Finding(Verdict.YES, part, whole)) == words


def test_a_task_outside_cairn_has_no_address(practice):
    assert telling.way(practice, Task("Ask them")) == telling.Way("Ask them", "")


def test_a_question_without_rules_is_not_there(practice):
    assert telling.lines(practice, shipped_framework("good-practice-criteria"), {}) == []


def test_the_page_offers_to_show_strength_in_public_and_to_stop(page, practice, coordinator):
    assert "Show it in the next edition" in page().content.decode()

    actions.show_publicly(practice=practice, by=coordinator)

    assert "Do not show it" in page().content.decode()
    assert str(Showing.objects.get()) == f"{practice.pk} {timezone.localdate()}"
