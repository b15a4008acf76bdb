"""Who comes in at the doors of voices (tests/test_doors.py)."""

from datetime import timedelta

from django.utils import timezone

from cairn.voices import actions
from tests.activities.factories import a_session, an_activity
from tests.voices.factories import the_feedback_form

TEAM = {"social_worker", "coordinator"}
OF_AN_OPENING = ("voice", "voice_poster", "voice_enter")
DEEDS = dict.fromkeys(("voice_close", "voice_revise"), TEAM)
MAY = dict.fromkeys(("voices", "voices_export", "voice_new", "voice_open", *OF_AN_OPENING), TEAM)
ADDRESSES = {
    "voices": ["practice"],
    "voices_export": ["practice", "=csv"],
    "voice_new": ["practice"],
    "voice_open": ["voiced"],
    **{each: ["opening"] for each in (*OF_AN_OPENING, *DEEDS)},
}
NOTHING = dict.fromkeys(("voiced", "opening"), 987_654)


def furnish(at):
    activity = an_activity(at.practice, at.coordinator, title="Sewing")
    form = the_feedback_form()
    day = timezone.localdate() - timedelta(days=1)
    session = a_session(activity, at.coordinator, planned_on=day)
    opening = actions.open_session(session=session, form=form, expected=6, by=at.coordinator)
    other = a_session(activity, at.coordinator, planned_on=day)
    return {"voiced": other.pk, "opening": opening.pk}
