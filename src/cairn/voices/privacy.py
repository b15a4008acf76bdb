"""Who may see which column (vault/privacy.py). Nothing here is known of any person; answers are read in pools only."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Pool": dict.fromkeys(
        ("practice", "form", "kind", "activity", "consultation", "first_on", "last_on", "made_on"), Who.TEAM
    )
    | {"id": Who.SYSTEM},
    "Opening": dict.fromkeys(
        (
            "practice", "version", "kind", "session", "consultation", "address", "opens_on", "closes_on", "closed_on",
            "expected", "pool", "made_by",
        ),
        Who.TEAM,
    )
    | {"id": Who.SYSTEM, "revision": Who.SYSTEM},
    # Everyone on the team, once pooled; which opening an answer belongs to nobody.
    "Answer": {"key": Who.SYSTEM, "opening": Who.SYSTEM, "language": Who.TEAM, "way": Who.TEAM, "said": Who.TEAM},
    # Read first by somebody who did not run the session, who passes it on or keeps it back.
    "Remark": {
        "key": Who.SYSTEM, "opening": Who.SYSTEM, "question": Who.TEAM, "language": Who.TEAM, "text": Who.SEALED,
        "state": Who.TEAM,
    },
    "Spent": {"key": Who.SYSTEM, "opening": Who.SYSTEM},
}  # fmt: skip
