"""Who may see which column of evidence (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Statement": dict.fromkeys(
        (
            "practice",
            "framework",
            "item",
            "role",
            "words",
            "signed_on",
            "expires_on",
            "withdrawn_on",
            "by",
        ),
        Who.TEAM,
    )
    | {"id": Who.SYSTEM},
    "Showing": dict.fromkeys(("practice", "since", "by"), Who.TEAM) | {"id": Who.SYSTEM},
    "Changed": dict.fromkeys(("id", "practice", "source"), Who.SYSTEM),
    "Snapshot": dict.fromkeys(("practice", "framework", "as_of", "computed_at", "items", "traces"), Who.TEAM)
    | dict.fromkeys(("id", "code", "sources", "due"), Who.SYSTEM),
    "State": dict.fromkeys(
        (
            "practice",
            "framework",
            "item",
            "since",
            "until",
            "outcome",
            "strength",
            "stale",
            "backdated",
            "newest",
            "said",
        ),
        Who.TEAM,
    )
    | dict.fromkeys(("id", "digest"), Who.SYSTEM),
    "OwnLimit": dict.fromkeys(
        ("practice", "framework", "item", "name", "value", "reason", "set_at", "by"), Who.TEAM
    )
    | {"id": Who.SYSTEM},
    "Frozen": dict.fromkeys(
        ("practice", "edition", "framework", "as_of", "text", "digest", "frozen_at"), Who.TEAM
    )
    | {"id": Who.SYSTEM},
}
