"""Who may see which column on money (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

_TEAM = ("made_by", "made_at")
_CHANGE = ("revision", "before", "after", "reason", "by", "at")


def _of(*columns: str) -> dict[str, Who]:
    return {"id": Who.SYSTEM} | dict.fromkeys(columns, Who.TEAM)


WHO: Declared = {
    "Grant": _of(
        "practice", "funder", "reference", "currency", "starts_on", "ends_on", "scheme", "revision", *_TEAM
    ),
    "Category": _of("grant", "code", "words", "flat_rate", "position"),
    "BudgetLine": _of("category", "words", "amount", "revision", *_TEAM),
    "GrantRevision": _of("grant", *_CHANGE),
    "LineRevision": _of("line", *_CHANGE),
    "TimeRevision": _of("time", *_CHANGE),
    "Expense": _of(
        "line", "paid_on", "amount", "currency", "rate", "rate_on", "counted", "words", "document", "corrects", *_TEAM
    ),
    "StaffTime": _of("line", "staff", "month", "hours", "revision", "changed_at", *_TEAM),
    "VarianceNote": _of("category", "starts_on", "ends_on", "reason", "by", "at"),
}  # fmt: skip
