"""Reckoning with days, for every room that keeps a practice’s records."""

import calendar
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
