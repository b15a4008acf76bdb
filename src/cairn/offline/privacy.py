"""Who may see which column of what arrived from devices (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Arrival": dict.fromkeys(("uuid", "kind", "practice", "body", "by", "at"), Who.SYSTEM),
}
