"""Pages on participants in a real browser: no fault by axe's rules, nothing off a small screen."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.participants import actions
from cairn.participants.ending import erasing
from cairn.people.roles import NameKeeper
from cairn.practices import actions as practices
from tests.browser.looking import looked_at
from tests.factories import a_person
from tests.participants.factories import a_participant, a_worker

pytestmark = pytest.mark.browser
DAY = date(2025, 4, 1)


@pytest.fixture
def world(live_server, settings, tmp_path, organisation, coordinator):
    """One person of whom everything is known, one of whom nothing is, one who left; and who looks at them."""
    settings.NAMES = tmp_path / "names.sqlite3"
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    worker = a_worker(practice)
    keeper = a_person("Kim", organisation, NameKeeper)
    second = a_person("Conny", organisation)
    known = _known(practice, coordinator, worker)
    blank = a_participant(practice, coordinator, worker=worker)
    left = a_participant(practice, coordinator, worker=worker)
    actions.leave(participant=left, on=DAY, by=worker, retention="brief")
    hold = erasing.ask_hold(participant=left, reason="court", by=second)
    erasing.confirm_hold(hold=hold, by=coordinator)
    foreign = a_participant(practice, coordinator)
    actions.break_glass(participant=foreign, reason="She called from the street.", by=worker)
    referral = actions.refer(practice=practice, by=coordinator, received_on=DAY, referrer="shelter")
    line = known.contacts.first()
    of_practice = ("participants", "participants_figures", "referrals", "referral_new")
    return [
        *((reverse(name, args=[practice.pk]), worker) for name in (*of_practice, "participant_emergency")),
        (reverse("participants", args=[practice.pk]) + "?code=K7Q2-9FXM-Z", worker),
        (reverse("participant", args=[known.pk]), worker),
        (reverse("participant", args=[blank.pk]), worker),
        (reverse("participant_profile", args=[known.pk]), worker),
        (reverse("participant_looked", args=[known.pk]), worker),
        *((reverse("person_line_new", args=[known.pk, what]), worker) for what in actions.LINES),
        (reverse("person_line_edit", args=[known.pk, "contact", line.pk]), worker),
        (reverse("practice", args=[practice.pk]), worker),
        *((reverse(name, args=[practice.pk]), coordinator) for name in of_practice),
        *(
            (reverse(name, args=[practice.pk]), coordinator)
            for name in ("participant_new", "retention", "trail")
        ),
        (reverse("trail", args=[practice.pk]) + "?deed=broke_glass", coordinator),
        (reverse("participants_export", args=[practice.pk, "csv"]), coordinator),
        (reverse("participant_hands", args=[practice.pk, left.pk]), coordinator),
        (reverse("participant_hands", args=[practice.pk, foreign.pk]), coordinator),
        (reverse("participant_erase", args=[practice.pk, known.pk]), coordinator),
        (reverse("referral_decide", args=[practice.pk, referral.pk]), coordinator),
        (reverse("names", args=[practice.pk]), keeper),
    ]


def _known(practice, coordinator, worker):
    person = a_participant(
        practice, coordinator, worker=worker, age_band="25-30", sex="other", own_words="a woman, always",
        nationality="ER", children=2, childcare="yes", heard_via="outreach",
    )  # fmt: skip

    def add(what, **said):
        actions.add(participant=person, what=what, by=worker, **said)

    add("language", tag="ti", script="Ethi", speaks="first", reads="some", interpreter="yes")
    add(
        "adjustment",
        asked_on=DAY,
        kind="A ramp at the door, and a chair without arms",
        decision="agreed",
        decided_on=DAY,
    )
    add("adjustment", asked_on=DAY, decision="none")
    add(
        "contact",
        channel="phone",
        allowed=True,
        address="0470 12 34 56",
        safe_name="the library",
        language="ti",
    )
    add("contact", channel="text", allowed=True, from_hour=time(3), until_hour=time(3, 1), no_message=False)
    for about in ("part", "keep"):
        add("consent", about=about, given=about == "part", decided_on=DAY, language="ti", interpreter="yes")
    until = timezone.localdate() + timedelta(days=100)
    said = {"body": "The municipal job centre", "purpose": "A course in welding", "expires_on": until}
    add("consent", about="share", given=True, decided_on=DAY, language="ti", **said)
    return person


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_has_a_fault_and_none_runs_off_a_small_screen(world, page_of, language):
    assert looked_at(page_of, world, language) == ([], [])
