"""Who may see which column on participants (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Participant": {
        "id": Who.SYSTEM,
        "practice": Who.TEAM,
        "code": Who.TEAM,
        "age_band": Who.ASSIGNED,
        "sex": Who.ASSIGNED,
        "own_words": Who.SEALED,
        "nationality": Who.SEALED,
        "enrolled_on": Who.ASSIGNED,
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
}
