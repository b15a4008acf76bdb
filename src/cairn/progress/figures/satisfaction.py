"""What people say of the sessions. Never without how many of those asked answered: without that it says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cairn.listening.enums import PointState
from cairn.listening.facts import answers
from cairn.listening.facts.evidence import heard, looped
from cairn.listening.facts.points import of_practice
from cairn.listening.showing import cells_of, trend_chart
from cairn.participants.counting import Share
from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import Value, count, sentences, share, short
from cairn.progress.shape import Cell
from cairn.surveys.facts import forms_of
from cairn.surveys.shape import said_in
from cairn.voices import facts as voices

if TYPE_CHECKING:
    from cairn.listening.facts.answers import Period
    from cairn.listening.models import Point

WITHOUT = gettext_lazy("not told: it is not known how many were asked")


def _find(asking: Asking) -> Found:
    since, until = asking.days
    found = heard(asking.practice, since, until)
    loop = looped(asking.practice.pk, since, until)
    points = list(of_practice(asking.practice.pk).filter(said_on__range=(since, until)))
    told = list(
        of_practice(asking.practice.pk)
        .filter(state=PointState.TOLD, told__told_on__range=(since, until))
        .order_by("told__told_on")
    )
    trends = list(_trends(asking))
    answered = found.response.part if found.response.whole else None
    return Found(
        source=_(
            "Anonymous answers to forms after sessions, five or more together, and the points that the team wrote down from what people said."
        ),
        values={
            "answers": count(answered),
            "asked": count(found.response.whole or None),
            "response": share(found.response),
            "positive": beside(found.satisfaction, found.response),
            "safe": beside(found.safe, found.response),
            "points": count(len(points) if of_practice(asking.practice.pk).exists() else None),
            "told_back": share(loop.told),
        },
        charts={
            "trend": [
                replace(chart, title=f"{form}: {chart.title}")
                for form, periods in trends
                for chart in [trend_chart(periods)]
            ]
        },
        rows={
            "trend": [(form, *cells_of(one)) for form, periods in trends for one in periods],
            "themes": _themes(points),
            "changed": [
                (
                    short(point.told.told_on),
                    point.theme.title if point.theme else "",
                    _in_language(point.told.texts),
                )
                for point in told
            ],
        },
        draft=_draft(found.satisfaction, found.response, loop.told),
    )


def _trends(asking: Asking) -> Iterator[tuple[str, list[Period]]]:
    """The title of each form that was asked until the end of the period, and how it was from period to period; without how many answered it says nothing."""
    for form in forms_of(asking.practice):
        pools = answers.chosen(asking.practice, form, until=asking.ends_on)
        periods = [one for one in answers.overall_trend(pools) if one.response.whole]
        if periods:
            yield voices.version_of(pools[-1]).title, periods


def _in_language(texts: Mapping[str, str]) -> str:
    """In the report's language, else in the first that there is."""
    return said_in(texts, get_language() or "en", *texts)


def beside(found: Share, response: Share) -> Value:
    """A share of answers, always with the share of those asked who answered."""
    if not found.whole:
        return count(None)
    if not response.whole:
        return Value(str(WITHOUT))
    value = share(found)
    words = _("%(share)s; answered: %(response)s")
    return Value(words % {"share": value.words, "response": share(response).words}, value.number)


def _themes(points: Iterable[Point]) -> list[tuple[Cell, ...]]:
    titles = Counter(point.theme.title if point.theme else _("no theme yet") for point in points)
    return list(titles.most_common())


def _draft(positive: Share, response: Share, told: Share) -> str:
    if not response.whole:
        return _("Nobody was asked in this period, so nothing is known of how people see the sessions.")
    return sentences(
        _("Of those asked after sessions, this many answered: %(response)s.")
        % {"response": share(response).words},
        _("It was good or very good for: %(share)s.") % {"share": share(positive).words}
        if positive.whole
        else "",
        _("Of the points that something can be done about, people were told what became of: %(share)s.")
        % {"share": share(told).words}
        if told.whole
        else "",
    )


GROUP = Group(
    key="satisfaction",
    name=gettext_lazy("Satisfaction"),
    find=_find,
    figures={
        "answers": gettext_lazy("Answers"),
        "asked": gettext_lazy("People who could answer"),
        "response": gettext_lazy("Response rate"),
        "positive": gettext_lazy("It was good or very good"),
        "safe": gettext_lazy("One can say safely what one thinks"),
        "points": gettext_lazy("Points written down from what people said"),
        "told_back": gettext_lazy("People were told what became of it"),
    },
    tables={
        "trend": Head(
            gettext_lazy("Satisfaction through time"),
            (
                gettext_lazy("Form"),
                gettext_lazy("Period"),
                gettext_lazy("Favourable, all in all"),
                gettext_lazy("Answered"),
            ),
            gettext_lazy(
                "Full line: the share of favourable answers, with the range in which it is likely to be. Hollow dots: the share of people who answered."
            ),
        ),
        "themes": Head(gettext_lazy("What people spoke of"), (gettext_lazy("Theme"), gettext_lazy("Points"))),
        "changed": Head(
            gettext_lazy("What changed, as people were told"),
            (gettext_lazy("Told on"), gettext_lazy("Theme"), gettext_lazy("What people were told")),
        ),
    },
)
