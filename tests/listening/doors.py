"""Who comes in at the doors of listening (tests/test_doors.py)."""

from uuid import UUID

from tests.listening.factories import a_report

TEAM = {"coordinator", "social_worker"}
LEAD = {"safeguarding"}
MAY = {"reports": LEAD | {"coordinator"}, "report_tell": TEAM, "report": LEAD}
DEEDS = dict.fromkeys(("report_acknowledge", "report_escalate", "report_close"), LEAD)
ADDRESSES = {
    **{each: ["practice"] for each in ("reports", "report_tell")},
    **{each: ["report"] for each in ("report", *DEEDS)},
}
NOTHING = {"report": UUID(int=0)}


def furnish(at):
    return {"report": a_report(at.practice).pk}
