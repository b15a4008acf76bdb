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
}
