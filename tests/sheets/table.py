"""A list for stories: who takes part, known by code."""

from cairn.participants.actions import new_code
from cairn.participants.codes import read_code
from cairn.participants.enums import AgeBand
from cairn.participants.models import Participant
from cairn.sheets.facts import snapshot
from cairn.sheets.shape import Change, Column, Fault, Judged, Kind, Table

COLUMNS = (
    Column("code", "Code"),
    Column("enrolled_on", "Takes part since", Kind.DATE, required=True),
    Column("age_band", "Age", Kind.CHOICE, choices=AgeBand.choices[:-1]),
    Column("days", "Days", Kind.WHOLE, taken_in=False),
)


def rows(practice, person):
    for each in Participant.objects.filter(practice=practice):
        yield {
            "code": each.code,
            "enrolled_on": each.enrolled_on,
            "age_band": each.age_band or None,
            "days": 3,
        }


def judge(practice, person, rows):
    judged = Judged()
    there = {each.code: each for each in Participant.objects.filter(practice=practice)}
    for row in rows:
        code = row.values.get("code")
        if code and read_code(code) is None:
            judged.faults.append(Fault(row.number, "code", "One sign must be wrong."))
            continue
        known = there.get(code)
        thing = known or Participant(practice=practice, code=new_code())
        before = snapshot(thing, ["enrolled_on", "age_band"]) if known else None
        thing.enrolled_on = row.values["enrolled_on"]
        thing.age_band = row.values.get("age_band") or ""
        if before == snapshot(thing, ["enrolled_on", "age_band"]):
            judged.unchanged += 1
        else:
            judged.changes.append(Change(row.number, thing, before))
    return judged


TABLE = Table("people", "People", COLUMNS, ("code",), rows, judge, on_people=True)
