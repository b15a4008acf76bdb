"""Grants, lines and expenses for stories; made by the same actions that people use."""

from datetime import date
from decimal import Decimal

from cairn.money import actions


def a_grant(practice, by, **facts):
    told = {
        "funder": "Fund for Arriving",
        "currency": "EUR",
        "starts_on": date(2025, 1, 1),
        "ends_on": date(2025, 12, 31),
        "scheme": "eu",
    }
    return actions.open_grant(practice=practice, by=by, **told | facts)


def a_line(grant, by, code="A", amount="12000", words="Two mediators"):
    return actions.plan_line(
        category=grant.categories.get(code=code), words=words, amount=Decimal(amount), by=by
    )


def an_expense(line, by, amount="100", paid_on=date(2025, 2, 10), **facts):
    return actions.spend(line=line, paid_on=paid_on, amount=Decimal(amount), words="Wages", by=by, **facts)
