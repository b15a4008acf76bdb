"""Who may see which column of the registers (vault/privacy.py); each field of each kind says it once more for itself.

In a register, sealed means: read by those who keep the practice's records, and by nobody who only sees them.
"""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Record": {
        "id": Who.SYSTEM,
        "practice": Who.TEAM,
        "kind": Who.TEAM,
        "data": Who.TEAM,
        "sealed": Who.SEALED,
        "happened_on": Who.TEAM,
        "due_on": Who.TEAM,
        "closed_on": Who.TEAM,
        "made_at": Who.TEAM,
        "made_by": Who.TEAM,
        "revision": Who.SYSTEM,
    },
    "RecordLink": {"id": Who.SYSTEM, "source": Who.TEAM, "target": Who.TEAM, "field": Who.TEAM},
    "RecordChange": {
        "id": Who.SYSTEM,
        "record": Who.TEAM,
        "revision": Who.TEAM,
        "before": Who.TEAM,
        "after": Who.TEAM,
        "by": Who.TEAM,
        "at": Who.TEAM,
    },
}
