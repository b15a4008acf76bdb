"""Figures on listening for whoever judges a practice (evidence.md I1.3, I3.1, I3.2, E2.4): shares and counts, never a person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cairn.listening.facts import answers, points, reports
from cairn.participants.counting import Share
from cairn.registers import facts as registers
from cairn.surveys.enums import Purpose
from cairn.surveys.facts import forms_of, survey_of
from cairn.voices import facts as voices

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.registers.facts import Row
    from cairn.surveys.models import FormVersion
    from cairn.voices.models import Pool


@dataclass(frozen=True, slots=True)
class Heard:
    """What a practice's feedback after sessions shows, within some days, both counted."""

    response: Share
    satisfaction: Share
    """Favourable answers to how it was, of all; a whole of 0 where nobody was asked."""
    safe: Share
    """Those who say that they can say safely what they think."""
    by_pool: tuple[tuple[date, Share], ...]
    """The last day of each pool, and its satisfaction."""


def heard(practice: Practice, since: date, until: date, purpose: Purpose = Purpose.SESSION) -> Heard:
    """Of all forms with this purpose together. A fixed number of queries."""
    found: dict[int, list[Pool]] = {form.pk: [] for form in forms_of(practice).filter(purpose=purpose)}
    there = voices.pools(practice, None, since, until).filter(consultation=None, form__in=found)
    for pool in there.select_related(None):
        found[pool.form_id].append(pool)
    pools = [pool for pooled in found.values() for pool in pooled]
    given, versions = voices.answers_by_pool(*pools), voices.versions_of(*pools)

    def share(pooled: list[Pool], name: str = "") -> Share:
        asked = {versions[pool.pk] for pool in pooled}
        return _share(asked, [one for pool in pooled for one in given[pool.pk]], name)

    each = [(pool, share([pool])) for pool in pools]
    return Heard(
        response=answers.response(pools),
        satisfaction=_sum(one for _pool, one in each),
        safe=_sum(share(pooled, answers.SAFE) for pooled in found.values()),
        by_pool=tuple((pool.last_on, one) for pool, one in each),
    )


def _share(versions: Collection[FormVersion], given: Sequence[voices.Given], name: str) -> Share:
    """Favourable answers to the question of this name, or to how it was where it has none."""
    if not versions:
        return Share(0, 0)
    survey = survey_of(max(versions, key=lambda version: version.number))
    question = (
        next((one for one in survey.questions() if one.name == name), None)
        if name
        else answers.overall(survey)
    )
    share = question and answers.favourable(question, given)
    return share or Share(0, 0)


def _sum(shares: Iterable[Share]) -> Share:
    found = list(shares)
    return Share(sum(share.part for share in found), sum(share.whole for share in found))


def reported(practice_id: int, since: date, until: date, today: date) -> reports.Kept:
    """Sensitive reports: acknowledged and settled in time."""
    return reports.kept(practice_id, since, until, today)


def looped(practice_id: int, since: date, until: date) -> points.Closed:
    """Points that something can be done about: told back, and in time."""
    return points.closed(practice_id, since, until)


@dataclass(frozen=True, slots=True)
class Consulted:
    """What became of what was said in consultations within some days, both counted."""

    decided: Share
    """Inputs on which something was decided, with a reason."""
    lags: tuple[int, ...]
    """Days from each consultation to the first time that people heard what came of it; those that were not told are not there."""
    told: Share
    """Consultations of whose outcome people heard."""


def consulted(rows: Callable[[str], Sequence[Row]], since: date, until: date) -> Consulted:
    """`rows` gives the practice's records of a kind of register."""
    held = [row for row in rows("consultation") if row.happened_on and since <= row.happened_on <= until]
    about = registers.naming_in(held, rows("consultation_input"), "consultations")
    inputs = [each for found in about.values() for each in found]
    decided = registers.naming_in(inputs, rows("design_decision"), "inputs")
    told = registers.naming_in(held, rows("told_back"), "consultations")
    lags = {
        row.id: min((each.happened_on - row.happened_on).days for each in told[row.id] if each.happened_on)
        for row in held
        if row.happened_on and any(each.happened_on for each in told[row.id])
    }
    return Consulted(
        decided=Share(sum(bool(found) for found in decided.values()), len(decided)),
        lags=tuple(lags.values()),
        told=Share(len(lags), len(held)),
    )
