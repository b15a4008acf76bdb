"""Who may see which column of what arrived from devices (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Arrival": dict.fromkeys(("uuid", "kind", "practice", "body", "by", "at"), Who.SYSTEM),
    "FieldToken": dict.fromkeys(
        ("practice", "name", "made_by", "made_on", "expires_on", "revoked_on"), Who.TEAM
    )
    | dict.fromkeys(("id", "digest"), Who.SYSTEM),
    "Received": dict.fromkeys(("key", "body", "parts"), Who.SYSTEM),
    "Submission": dict.fromkeys(("practice", "version", "token", "received_on"), Who.TEAM)
    | {"id": Who.SYSTEM, "answers": Who.SEALED},
}
