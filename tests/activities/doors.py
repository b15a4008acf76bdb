"""Who comes in at the doors of activities (tests/test_doors.py)."""

from tests.activities.factories import a_session, an_activity, people_in

TEAM = {"social_worker", "coordinator"}
LISTS = ("activities", "activity_new", "sessions", "activities_figures")
OF_AN_ACTIVITY = ("activity", "activity_edit", "activity_people", "session_plan")
OF_A_SESSION = ("session", "session_edit", "sheet")
EXPORTS = ("activities_export", "sessions_export")
OF_AN_ACTIVITY_EXPORTS = ("activity_sessions_export", "activity_people_export")
MAY = dict.fromkeys((*LISTS, *OF_AN_ACTIVITY, *OF_A_SESSION, "activity_leave"), TEAM)
MAY |= dict.fromkeys((*EXPORTS, *OF_AN_ACTIVITY_EXPORTS, "activities_figures_export"), TEAM)
SESSION_DEEDS = ("session_repeat", "session_hold", "session_cancel", "session_plan_again")
DEEDS = dict.fromkeys(SESSION_DEEDS, TEAM)
ADDRESSES = {
    **{each: ["practice"] for each in LISTS},
    **{each: ["practice", "=csv"] for each in EXPORTS},
    **{each: ["activity"] for each in OF_AN_ACTIVITY},
    **{each: ["activity", "=csv"] for each in OF_AN_ACTIVITY_EXPORTS},
    **{each: ["session"] for each in (*OF_A_SESSION, *SESSION_DEEDS)},
    "activities_figures_export": ["practice", "=activities", "=csv"],
    "activity_leave": ["activity", "enrolment"],
}
NOTHING = dict.fromkeys(("activity", "session", "enrolment"), 987_654)


def furnish(at):
    activity = an_activity(at.practice, at.coordinator)
    people_in(activity, at.coordinator, 1)
    session = a_session(activity, at.coordinator)
    return {"activity": activity.pk, "session": session.pk, "enrolment": activity.enrolments.get().pk}
