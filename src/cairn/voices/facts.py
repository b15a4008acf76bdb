"""What is true of openings and pools. Reads only; what was answered comes out of here in pools, never of one opening."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from cairn.activities.facts import held, sheets
from cairn.participants import facts as participants
from cairn.participants.counting import FEW, Share
from cairn.people.enums import Permission
from cairn.people.facts import organisations_where
from cairn.people.models import Person
from cairn.voices.enums import RemarkState
from cairn.voices.models import Answer, Opening, Pool, Remark

if TYPE_CHECKING:
    from cairn.activities.models import Session
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form, FormVersion

FEW_ANSWERS = 5
"""Fewer are not read: the one who spoke could be guessed."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer out of a pool. Of which opening it came nobody learns."""

    language: str
    way: str
    """A value of voices.enums.Way."""
    said: Mapping[str, Any]


def visible_to(person: Person, permission: Permission = Permission.SEE_RECORDS) -> QuerySet[Opening]:
    """The openings of all practices on which this person may use this permission."""
    organisations = organisations_where(person, permission)
    return _whole().filter(practice__organisation__in=organisations)


def at(address: str) -> Opening | None:
    """What is, or was, open under a public address, with the version of its form and no more: every page there asks for it."""
    found = Opening.objects.select_related("version").filter(address=address)
    return next(
        iter(found.order_by()), None
    )  # an address is one opening's, and sorting costs more than finding


def _whole() -> QuerySet[Opening]:
    return Opening.objects.select_related("practice__organisation", "version__form", "session__activity")


def of_practice(practice_id: int) -> QuerySet[Opening]:
    return _whole().filter(practice=practice_id)


def is_open(opening: Opening, today: date | None = None) -> bool:
    day = today or timezone.localdate()
    return opening.closed_on is None and opening.opens_on <= day <= opening.closes_on


def due(today: date) -> QuerySet[Opening]:
    """Those that are over, closed or not, and not yet read with others."""
    over = Q(closed_on__isnull=False) | Q(closes_on__lt=today)
    return Opening.objects.filter(over, pool=None).select_related("practice").order_by("pk")


def day_of(opening: Opening) -> date:
    """The day that the answers are about."""
    return opening.session.planned_on if opening.session else opening.opens_on


@dataclass(frozen=True, slots=True)
class Counted:
    """How many answered of how many, the only thing that is told of a single opening."""

    answers: int
    expected: int
    """The people present by the attendance sheet; before there is one, the number said when it was opened."""

    @property
    def left(self) -> int:
        """How many may still answer."""
        return max(0, self.expected - self.answers)

    @property
    def too_many(self) -> bool:
        """The sheet came later and has fewer people than had answered by then: one of the two is wrong."""
        return self.answers > self.expected

    @property
    def share(self) -> Share:
        return Share(self.answers, max(self.expected, self.answers))


def counted(openings: Iterable[Any]) -> dict[int, Counted]:
    """By opening, of which key, session and number expected are looked at. Two queries."""
    found = list(openings)
    answers = dict(
        Answer.objects.filter(opening__in=[each.pk for each in found])
        .order_by()
        .values_list("opening")
        .annotate(n=Count("pk"))
    )
    present = sheets.present_in({each.session_id for each in found if each.session_id})
    return {
        each.pk: Counted(answers.get(each.pk, 0), present.get(each.session_id or 0, each.expected))
        for each in found
    }


def response(openings: Iterable[Any]) -> Share:
    """How many answered of all who could."""
    shares = [each.share for each in counted(openings).values()]
    return Share(sum(each.part for each in shares), sum(each.whole for each in shares))


def openings_between(practice_id: int, since: date, until: date) -> QuerySet[Opening]:
    """By the day that they are about, both days included."""
    day = Coalesce("session__planned_on", "opens_on")
    return of_practice(practice_id).annotate(day=day).filter(day__range=(since, until))


def pools(
    practice: Practice, form: Form | None = None, since: date = date.min, until: date = date.max
) -> QuerySet[Pool]:
    """Those whose last opening lies between two days, both included, in the order of time."""
    found = Pool.objects.filter(practice=practice, last_on__range=(since, until)).select_related("activity")
    return found.filter(form=form) if form else found


def answers_in(*pooled: Pool) -> list[Given]:
    """In an order that means nothing."""
    rows = Answer.objects.filter(opening__pool__in=_keys(pooled)).order_by("key")
    return [Given(*row) for row in rows.values_list("language", "way", "said")]


def answers_by_pool(*pooled: Pool) -> dict[int, list[Given]]:
    """By key of the pool, in an order that means nothing. One query; what many said alike is read once."""
    found: dict[int, list[Given]] = {pool.pk: [] for pool in pooled}
    rows = Answer.objects.filter(opening__pool__in=_keys(pooled)).order_by("key")
    read = cache(json.loads)
    for pool, language, way, said in rows.values_list(
        "opening__pool", "language", "way", Cast("said", TextField())
    ):
        found[pool].append(Given(language, way, read(said)))
    return found


def versions_of(*pooled: Pool) -> dict[int, FormVersion]:
    """By key of the pool, the newest version that its openings asked, for the words of its questions. Two queries."""
    asked = (
        Opening.objects.filter(pool__in=_keys(pooled)).order_by().values_list("pool", "version").distinct()
    )
    pairs = list(asked)
    one_of_each = (
        Opening.objects.filter(pool__in=_keys(pooled)).order_by().values("version").annotate(one=Min("pk"))
    )
    openings = Opening.objects.filter(pk__in=one_of_each.values("one")).select_related("version__form")
    known = {each.version_id: each.version for each in openings}
    newest: dict[int, FormVersion] = {}
    for pool, version in sorted(pairs, key=lambda pair: known[pair[1]].number):
        newest[pool] = known[version]
    return newest


def version_of(*pooled: Pool) -> FormVersion:
    """The newest one that their openings asked, for the words of its questions."""
    return _whole().filter(pool__in=_keys(pooled)).order_by("-version__number")[0].version


def response_rate(*pooled: Pool) -> Share:
    """How many answered of all who could. Three queries, however many pools."""
    openings = Opening.objects.filter(pool__in=_keys(pooled)).order_by()
    return response(openings.values_list("pk", "session_id", "expected", named=True))


def channels(*pooled: Pool) -> Counter[str]:
    """How answers came, by Way."""
    return Counter(given.way for given in answers_in(*pooled))


def unasked(practice_id: int, since: date, until: date) -> QuerySet[Session]:
    """Sessions that were held between two days without anybody being asked about them, the last first."""
    found = held.held(practice_id, since, until).filter(openings=None)
    return found.select_related("activity").order_by("-planned_on", "-pk")


def waiting(practice_id: int) -> int:
    """Answers that nobody reads yet, because their opening is not over or has no four others beside it."""
    return Answer.objects.filter(opening__practice=practice_id, opening__pool=None).count()


def remarks_in(*pooled: Pool) -> QuerySet[Remark]:
    """Free words that were passed on."""
    return _remarks().filter(opening__pool__in=_keys(pooled), state=RemarkState.PASSED)


def held_for(person: Person, practice_id: int) -> QuerySet[Remark]:
    """Free words that wait for a reader, without those about a session at which this person was of the team."""
    held = _remarks().filter(opening__practice=practice_id, opening__pool__isnull=False)
    return held.filter(state=RemarkState.HELD).exclude(opening__session__staff__person=person)


def spoken_by_many(practice_id: int) -> list[str]:
    """Languages that five participants or more speak or read, the most frequent first: for what hangs on a wall, where a rarer one could
    point to a person.
    """
    rows = participants.languages_of(practice_id).order_by().values_list("tag")
    often = rows.annotate(people=Count("participant", distinct=True)).filter(people__gte=FEW)
    return [tag for tag, _people in often.order_by("-people", "tag")]


def _keys(pooled: Iterable[Pool]) -> list[int]:
    """Of hundreds of pools, much faster to ask by than the pools themselves."""
    return [pool.pk for pool in pooled]


def _remarks() -> QuerySet[Remark]:
    return Remark.objects.select_related("opening__practice", "opening__version").order_by("key")


def ran(opening: Opening, person: Person) -> bool:
    """Whether this person was to be at the session, in whatever role."""
    return Opening.objects.filter(Q(session__staff__person=person), pk=opening.pk).exists()
