"""What people say, for stories; made by the same actions that people use."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from cairn.listening.actions import points, reports
from cairn.listening.facts import points as facts
from cairn.listening.models import Point, Report
from cairn.practices.models import Practice
from cairn.surveys import actions as surveys
from cairn.surveys.enums import Purpose
from cairn.surveys.models import Form
from cairn.surveys.writing.shipped import all_shipped
from cairn.voices import actions as voices
from cairn.voices.enums import OpeningKind, Way
from cairn.voices.models import Opening, Pool
from tests.activities.factories import a_session

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


GOOD = {"today": "good", "understood": "agree", "safe": "strongly_agree"}
BAD = {"today": "bad", "not_good": ["pace", "time"], "understood": "disagree"}


def a_form(
    practice: Practice | None = None, sheets=None, key="session_feedback", purpose=Purpose.SESSION
) -> Form:
    """Feedback as Cairn brings it, unless the story has sheets of its own."""
    form = surveys.make_form(practice=practice, key=key, purpose=purpose, anonymous=True, by=None)
    shipped = next(each.sheets for each in all_shipped() if each.key == "session_feedback")
    untitled = shipped | {"settings": [{"form_title": "How was it?", "default_language": "English (en)"}]}
    surveys.publish_version(form=form, sheets=sheets or untitled, by=None)
    return form


def an_opening(activity, form: Form, by, *, on: date | None = None, expected: int = 10) -> Opening:
    """After a session of the activity, open since that day."""
    session = a_session(activity, by, planned_on=on or timezone.localdate())
    return voices.open_session(session=session, form=form, expected=expected, by=by)


def say(opening: Opening, *, language="en", way=Way.PHONE, words="", **said) -> None:
    """One submission, on a day on which it was open, whatever day the story has."""
    Opening.objects.filter(pk=opening.pk).update(closes_on=timezone.localdate() + timedelta(days=1))
    voices.take_in(
        opening=opening,
        token=uuid.uuid4().hex,
        language=language,
        way=way,
        said=said or GOOD,
        remarks={"words": words},
    )


def pooled(activity, form: Form, by, *, good: int = 5, bad: int = 0, words="", **more) -> Pool:
    """A session with so many answers, closed and read."""
    opening = an_opening(activity, form, by, **{"expected": (good + bad) * 2, **more})
    for number in range(good):
        say(opening, words=words if number == 0 else "", **GOOD)
    for _each in range(bad):
        say(opening, language="ar", way=Way.PAPER, **BAD)
    voices.close(opening=opening, by=by)
    return Pool.objects.get(openings=opening)


def a_consulted_pool(practice: Practice, form: Form, by, consultation) -> Pool:
    today = timezone.localdate()
    opening = voices.open_for(
        practice=practice, kind=OpeningKind.CONSULTATION, form=form, by=by, expected=8, opens_on=today,
        closes_on=today, consultation=consultation,
    )  # fmt: skip
    for _each in range(6):
        say(opening)
    voices.close(opening=opening, by=by)
    return Pool.objects.get(openings=opening)
