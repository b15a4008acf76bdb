"""What stands in the files of a snapshot and who may see it: the room has no tables of its own, but files.

Nobody is shown a row: people see figures only, and few of them are told as few (participants/counting.py).
"""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {}
FILES: Declared = {
    "people": {
        "person": Who.SYSTEM,
        "sex": Who.SYSTEM,
        "age": Who.SYSTEM,
        "enrolled_on": Who.SYSTEM,
        "ended_on": Who.SYSTEM,
    },
    "sessions": {
        "held_on": Who.TEAM,
        "hours": Who.TEAM,
        "mediator_needed": Who.TEAM,
        "mediator": Who.TEAM,
    },
    "attendance": {"person": Who.SYSTEM, "held_on": Who.SYSTEM, "state": Who.SYSTEM},
    "plans": {"person": Who.SYSTEM, "begun_on": Who.SYSTEM, "ended_on": Who.SYSTEM},
    "goals": {
        "kind": Who.SYSTEM,
        "chosen_by": Who.SYSTEM,
        "state": Who.SYSTEM,
        "due_on": Who.SYSTEM,
        "closed_on": Who.SYSTEM,
        "plan_begun_on": Who.SYSTEM,
    },
    "exits": {"person": Who.SYSTEM, "left_on": Who.SYSTEM, "back_on": Who.SYSTEM, "result": Who.SYSTEM},
    "follow_ups": {
        "due_on": Who.SYSTEM,
        "months": Who.SYSTEM,
        "contact": Who.SYSTEM,
        "holds": Who.SYSTEM,
    },
    "needs": {"found_on": Who.SYSTEM, "status": Who.SYSTEM, "status_on": Who.SYSTEM},
    "findings": {"assessed_on": Who.SYSTEM, "answer": Who.SYSTEM, "source": Who.SYSTEM},
    "records": {"kind": Who.TEAM, "happened_on": Who.TEAM, "hours": Who.TEAM},
    "trained": {"member": Who.SYSTEM, "given_on": Who.TEAM},
    "staff_time": {"month": Who.TEAM, "hours": Who.TEAM},
}
"""By table, beside the number of the practice."""
