"""Who comes in at the doors of money (tests/test_doors.py): only who manages it."""

from datetime import date

from cairn.money import actions
from tests.money.factories import a_grant, a_line, an_expense

MANAGERS = {"coordinator"}
OF_A_PRACTICE = ("money", "grant_new")
OF_A_GRANT = ("grant", "grant_edit", "line_new", "expenses", "expense_new", "time", "time_new")
TABLES = {
    "money_export": ["practice", "=csv"],
    "grant_export": ["practice", "grant", "=budget", "=csv"],
    "expenses_export": ["practice", "grant", "=csv"],
    "time_export": ["practice", "grant", "=csv"],
}
ADDRESSES = {
    **{each: ["practice"] for each in OF_A_PRACTICE},
    **{each: ["practice", "grant"] for each in (*OF_A_GRANT, "grant_remove")},
    **TABLES,
    "variance_explain": ["practice", "grant", "category"],
    "line_edit": ["practice", "grant", "line"],
    "expense_correct": ["practice", "grant", "expense"],
    "time_edit": ["practice", "grant", "time"],
}
DEEDS = {"grant_remove": MANAGERS}
MAY = dict.fromkeys(set(ADDRESSES) - set(DEEDS), MANAGERS)
NOTHING = dict.fromkeys(("grant", "category", "line", "expense", "time"), 987_654)


def furnish(at):
    grant = a_grant(at.practice, at.coordinator)
    line = a_line(grant, at.coordinator)
    time = actions.record_time(
        line=line, staff="M1", month=date(2025, 2, 1), hours=80, by=at.coordinator
    )  # fmt: skip
    return {
        "grant": grant.pk,
        "category": line.category_id,
        "line": line.pk,
        "expense": an_expense(line, at.coordinator).pk,
        "time": time.pk,
    }
