"""What people say, for stories; made by the same actions that people use."""

from datetime import date

from cairn.listening.actions import points, reports
from cairn.listening.facts import points as facts
from cairn.listening.models import Point, Report
from cairn.practices.models import Practice

DAY = date(2026, 3, 2)
WORDS = "Somebody shouted at me and took my card."


def a_report(practice: Practice, **said) -> Report:
    """From the public page, unless somebody took it in."""
    given = {"kind": "staff", "text": WORDS, "language": "en", "by": None, **said}
    return reports.take_in(practice=practice, **given)


def a_point(practice: Practice, by, **said) -> Point:
    given = {"kind": "suggestion", "words": "Begin later, for the children.", "said_on": DAY, **said}
    return points.add(practice=practice, by=by, **given)


def a_told_point(practice: Practice, by, **said) -> Point:
    point = points.decide(point=a_point(practice, by, **said), decision="We begin at ten.", by=by)
    points.tell_back(point=point, texts={"en": "We begin at ten now.", "ar": "نبدأ في العاشرة الآن."}, by=by)
    return facts.of_practice(practice.pk).get(pk=point.pk)
