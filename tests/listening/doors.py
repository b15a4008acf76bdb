"""Who comes in at the doors of listening (tests/test_doors.py)."""

from uuid import UUID

from cairn.listening.actions import points
from cairn.voices import facts as voices
from tests.activities.factories import an_activity
from tests.listening.factories import a_form, a_point, a_report, pooled
from tests.registers.factories import a_record

TEAM = {"coordinator", "social_worker"}
LEAD = {"safeguarding"}
MAY = {"reports": LEAD | {"coordinator"}, "report": LEAD}
OF_A_PRACTICE = ("report_tell", "points", "point_list", "point_new", "themes", "answers", "remarks")
OF_A_FORM = ("answers_form", "answers_export")
ON_A_CONSULTATION = ("consultation_open", "consultation_say")
OF_A_POINT = ("point", "point_edit")
MAY |= dict.fromkeys(("consultation", *OF_A_PRACTICE, *OF_A_POINT, *OF_A_FORM, "points_export"), TEAM)
ON_A_REPORT = ("report_acknowledge", "report_escalate", "report_close")
ON_A_REMARK = ("remark_judge", "remark_themes")
ON_A_POINT = ("point_decide", "point_tell_back")
DEEDS = dict.fromkeys(ON_A_REPORT, LEAD) | dict.fromkeys(
    (*ON_A_CONSULTATION, *ON_A_POINT, *ON_A_REMARK, "themes_begin", "theme_retire"), TEAM
)
ADDRESSES = {
    **{each: ["practice"] for each in ("reports", "themes_begin", *OF_A_PRACTICE)},
    **{each: ["report"] for each in ("report", *ON_A_REPORT)},
    **{each: ["point"] for each in (*OF_A_POINT, *ON_A_POINT)},
    **{each: ["practice", "asked"] for each in OF_A_FORM},
    **{each: ["remark"] for each in ON_A_REMARK},
    **{each: ["consultation"] for each in ("consultation", *ON_A_CONSULTATION)},
    "points_export": ["practice", "=csv"],
    "theme_retire": ["practice", "theme"],
}
NOTHING = {
    "consultation": UUID(int=0),
    "report": UUID(int=0),
    "point": UUID(int=0),
    "remark": UUID(int=0),
    "theme": 987_654,
    "asked": 987_654,
}


def furnish(at):
    theme = points.add_theme(practice=at.practice, title="Childcare", by=at.coordinator)
    point = a_point(at.practice, at.coordinator, theme=theme)
    form = a_form(at.practice, key="how_was_it")
    pool = pooled(an_activity(at.practice, at.coordinator, title="Said"), form, at.coordinator, words="Fine.")
    remark = voices.held_for(at.coordinator, at.practice.pk).filter(opening__pool=pool).get()
    consultation = a_record(at.practice, at.coordinator, "consultation")
    coding = {"consultation": consultation.pk, "asked": form.pk, "remark": remark.pk}
    return coding | {"report": a_report(at.practice).pk, "point": point.pk, "theme": theme.pk}
