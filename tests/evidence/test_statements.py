"""What records cannot show, a person signs by name for a time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cairn.evidence import actions, facts
from cairn.evidence.asking import Asking, Records, stated
from cairn.evidence.enums import Verdict
from cairn.evidence.models import Statement
from cairn.frameworks import actions as frameworks
from cairn.frameworks.facts import shipped_framework
from cairn.trail import facts as trail

CRITERIA = "good-practice-criteria"
SAID = {"role": "Head of the house", "words": "I read the checklist with our lawyer."}


@pytest.fixture
def today(db):
    return timezone.localdate()


def signed(practice, by, item="P2.1", days=30):
    until = timezone.localdate() + timedelta(days=days)
    return actions.sign(practice=practice, framework=CRITERIA, item=item, expires_on=until, by=by, **SAID)


def says(practice, today, item="P2.1"):
    return stated(Asking(Records(practice, today), CRITERIA, item, {}), "It is so").found.verdict


def test_a_statement_holds_for_its_item_until_it_expires(practice, coordinator, today):
    signed(practice, coordinator)

    assert says(practice, today) is Verdict.YES
    assert says(practice, today + timedelta(days=29)) is Verdict.YES
    assert says(practice, today + timedelta(days=30)) is Verdict.NO_DATA
    assert says(practice, today - timedelta(days=1)) is Verdict.NO_DATA
    assert says(practice, today, "E1.3") is Verdict.NO_DATA


def test_a_withdrawn_one_counts_no_more_and_stays_to_be_read(practice, coordinator, today):
    one = signed(practice, coordinator)
    signed(practice, coordinator)
    for _twice in range(2):
        actions.withdraw(statement=one, by=coordinator)

    assert says(practice, today) is Verdict.YES
    assert str(one) == f"P2.1 {today}"
    assert [each.withdrawn_on for each in facts.statements_on(practice.pk, CRITERIA, "P2.1")] == [None, today]
    assert [entry.deed for entry in trail.of(f"statement:{one.pk}")] == ["changed", "created"]


@pytest.mark.parametrize(("item", "days"), [("P2.1", 0), ("P2.1", 400), ("no-such-item", 30)])
def test_what_cannot_be_signed(practice, coordinator, item, days):
    with pytest.raises(ValidationError):
        signed(practice, coordinator, item, days)
    assert not Statement.objects.exists()


def test_signing_and_withdrawing_on_the_page(client, practice, coordinator, social_worker, today):
    frameworks.load(framework=shipped_framework(CRITERIA))
    page = reverse("evidence_sign", args=[practice.pk, CRITERIA, "P2.1"])
    client.force_login(coordinator)
    assert "Nobody has signed" in client.get(page).content.decode()
    late = client.post(page, SAID | {"expires_on": str(today)})
    assert late.status_code == 422
    assert SAID["words"] in late.content.decode()
    client.post(page, SAID | {"expires_on": str(today + timedelta(days=5))})
    assert "holds until" in client.get(page).content.decode()
    one = Statement.objects.get()
    client.post(reverse("evidence_withdraw", args=[practice.pk, CRITERIA, "P2.1", one.pk]))
    assert "withdrawn" in client.get(page).content.decode()
    Statement.objects.update(withdrawn_on=None, signed_on=today - timedelta(days=9), expires_on=today)
    assert "expired" in client.get(page).content.decode()

    client.force_login(social_worker)
    assert "Sign it" not in client.get(page).content.decode()
    client.post(page, SAID | {"expires_on": str(today + timedelta(days=5))})
    assert Statement.objects.count() == 1
    assert client.get(page.replace("P2.1", "X9")).status_code == 404
