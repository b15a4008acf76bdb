"""Who may see which column of forms (vault/privacy.py). A form holds questions, never an answer."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Form": dict.fromkeys(("practice", "key", "purpose", "anonymous", "retired_on"), Who.TEAM)
    | {"id": Who.SYSTEM, "brought_as": Who.SYSTEM},
    "FormVersion": dict.fromkeys(
        ("form", "number", "title", "sheets", "xform", "languages", "made_at", "made_by", "asked_since"),
        Who.TEAM,
    )
    | {"id": Who.SYSTEM},
    "FormFile": dict.fromkeys(("id", "version", "name", "content_type", "size", "by", "at"), Who.TEAM)
    | dict.fromkeys(("digest", "md5", "stored_as"), Who.SYSTEM),
    "CheckedText": dict.fromkeys(("version", "place", "language", "by", "at"), Who.TEAM) | {"id": Who.SYSTEM},
    "Draft": dict.fromkeys(("form", "sheets", "revision", "changed_by", "changed_at"), Who.TEAM)
    | {"id": Who.SYSTEM},
}
