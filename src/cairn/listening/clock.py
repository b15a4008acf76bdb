"""Days within which a house answers. Saturdays and Sundays do not count as working days; what else is a holiday, no list here knows."""

from datetime import date, timedelta

SATURDAY = 5


def working_days_later(day: date, number: int) -> date:
    """The `number`th working day after this one."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < SATURDAY
    return day
