"""Who may see which column on participants (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

_LINE = {"id": Who.SYSTEM, "participant": Who.ASSIGNED, "made_at": Who.ASSIGNED, "revision": Who.SYSTEM}

WHO: Declared = {
    "Participant": {
        "id": Who.SYSTEM,
        "practice": Who.TEAM,
        "code": Who.TEAM,
        "age_band": Who.ASSIGNED,
        "sex": Who.ASSIGNED,
        "own_words": Who.SEALED,
        "nationality": Who.SEALED,
        "children": Who.ASSIGNED,
        "childcare": Who.ASSIGNED,
        "heard_via": Who.ASSIGNED,
        "enrolled_on": Who.ASSIGNED,
        "ended_on": Who.TEAM,
        "retention": Who.TEAM,
        "erased_on": Who.TEAM,
        "made_at": Who.SYSTEM,
        "revision": Who.SYSTEM,
    },
    "Assignment": {
        "id": Who.SYSTEM,
        "participant": Who.TEAM,
        "worker": Who.TEAM,
        "since": Who.TEAM,
        "until": Who.TEAM,
        "by": Who.TEAM,
        "broken_glass": Who.ASSIGNED,
    },
    "Language": _LINE
    | dict.fromkeys(("tag", "script", "speaks", "reads", "interpreter"), Who.ASSIGNED),
    "Adjustment": _LINE
    | dict.fromkeys(("kind", "refusal"), Who.SEALED)
    | dict.fromkeys(("asked_on", "decision", "decided_on", "provided_on"), Who.ASSIGNED),
    "Consent": _LINE
    | dict.fromkeys(("body", "purpose"), Who.SEALED)
    | dict.fromkeys(
        ("about", "given", "decided_on", "language", "interpreter", "expires_on", "withdrawn_on"), Who.ASSIGNED
    ),
    "Contact": _LINE
    | dict.fromkeys(("safe_name", "address"), Who.SEALED)
    | dict.fromkeys(
        ("channel", "allowed", "from_hour", "until_hour", "no_message", "language"), Who.ASSIGNED
    ),
    "Referral": {"id": Who.SYSTEM, "practice": Who.TEAM, "participant": Who.ASSIGNED, "made_at": Who.TEAM}
    | dict.fromkeys(("received_on", "referrer", "outcome", "decided_on", "refusal", "age_band", "sex"), Who.TEAM),
    "Term": dict.fromkeys(("id", "practice", "retention", "months"), Who.TEAM),
    "Hold": dict.fromkeys(
        ("id", "participant", "reason", "asked_by", "asked_at", "confirmed_by", "lift_asked_by", "lifted_by", "lifted_at"), Who.TEAM
    ),
}  # fmt: skip
