"""Who may see which column of what was said to the practice (vault/privacy.py).

In a report, sealed means: read by those who handle reports and were not staff where it was said; by nobody else, whatever their role.
"""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Report": {
        "id": Who.SYSTEM,
        "practice": Who.TEAM,
        "session": Who.ASSIGNED,
        "received_on": Who.ASSIGNED,
        "kind": Who.ASSIGNED,
        "text": Who.SEALED,
        "language": Who.ASSIGNED,
        "source": Who.ASSIGNED,
        "told_to": Who.ASSIGNED,
        "acknowledged_on": Who.ASSIGNED,
        "escalated_on": Who.ASSIGNED,
        "closed_on": Who.ASSIGNED,
        "outcome": Who.SEALED,
    },
    "Theme": dict.fromkeys(("practice", "title", "retired_on"), Who.TEAM) | {"id": Who.SYSTEM},
    "Coding": dict.fromkeys(("remark", "theme"), Who.TEAM) | {"id": Who.SYSTEM},
    "Point": {
        **dict.fromkeys(
            ("practice", "activity", "consultation", "said_on", "kind", "theme", "words"), Who.TEAM
        ),
        **dict.fromkeys(("actionable", "state", "decision", "decided_on", "made_by", "made_at"), Who.TEAM),
        "id": Who.SYSTEM,
        "revision": Who.SYSTEM,
    },
    "PointChange": dict.fromkeys(("point", "revision", "before", "after", "by", "at"), Who.TEAM)
    | {"id": Who.SYSTEM},
    "TellBack": dict.fromkeys(("point", "texts", "told_on", "by"), Who.TEAM) | {"id": Who.SYSTEM},
}
