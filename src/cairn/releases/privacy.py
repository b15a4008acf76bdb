"""Who may see which column on released tables (vault/privacy.py). Funders read them as well, as long as they are not withdrawn."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Release": {"id": Who.SYSTEM}
    | dict.fromkeys(
        (
            "practice", "title", "which", "starts_on", "ends_on", "content", "note", "digest", "released_by", "released_at",
            "withdrawn_by", "withdrawn_at", "withdrawal_reason",
        ),
        Who.TEAM,
    ),
}  # fmt: skip
