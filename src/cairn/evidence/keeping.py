"""What was computed last, as long as it holds; and how every item stood since when (docs/decisions/0016)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists
from django.utils import timezone

from cairn.evidence.computing import code, computed
from cairn.evidence.models import Changed, Snapshot, State
from cairn.evidence.packing import packed, packed_traces, unpacked
from cairn.evidence.rules import rules_of
from cairn.evidence.shape import Judged, Standing
from cairn.practices.models import Practice

if TYPE_CHECKING:
    from django.db.models import QuerySet


def standing(practice_id: int, framework_id: str, today: date, *, traces: bool = False) -> Standing:
    """As it was computed, where nothing has changed since and the day is the same; else what is due is computed and kept."""
    if not rules_of(framework_id):
        return Standing({}, today, timezone.now())
    changed = Exists(Changed.objects.filter(practice=practice_id))
    last = _kept(practice_id, framework_id).annotate(changed=changed).first()
    stands = last is not None and not (last.changed or last.due) and _holds(last, today)
    kept = last if last and stands else _renewed(practice_id, framework_id, today)
    behind = kept.traces if traces else {}
    items = {item: unpacked(one, behind.get(item)) for item, one in sorted(kept.items.items())}
    return Standing(items=items, as_of=kept.as_of, computed_at=kept.computed_at)


def _kept(practice_id: int, framework_id: str) -> QuerySet[Snapshot]:
    return Snapshot.objects.filter(practice=practice_id, framework=framework_id).defer("traces")


def _holds(kept: Snapshot, today: date) -> bool:
    return kept.as_of == today and kept.code == code()


@transaction.atomic
def _renewed(practice_id: int, framework_id: str, today: date) -> Snapshot:
    """One at a time for each practice: what changes meanwhile is noted anew, and computed by whoever comes next."""
    practice = Practice.objects.select_for_update(no_key=True).get(pk=practice_id)
    changed = dict(Changed.objects.filter(practice=practice_id).values_list("pk", "source"))
    sources = set(changed.values())
    _tell_others(practice_id, framework_id, sources)
    kept = _kept(practice_id, framework_id).first()
    if kept and _holds(kept, today):
        sources |= set(kept.due)
        again = {item for item in kept.items if _reads(kept.sources[item], sources)}
    else:
        kept, again = kept or Snapshot(practice=practice, framework=framework_id), None
        kept.items, kept.sources, kept.traces = {}, {}, {}
    found = computed(practice, framework_id, today, items=again)
    kept.items |= {item: packed(one.judged) for item, one in found.items()}
    kept.traces |= {item: packed_traces(one.judged) for item, one in found.items()}
    kept.sources |= {item: sorted(one.sources) for item, one in found.items()}
    kept.as_of, kept.computed_at, kept.code, kept.due = today, timezone.now(), code(), []
    kept.save()
    Changed.objects.filter(pk__in=list(changed)).delete()
    _note(practice_id, framework_id, today, {item: one.judged for item, one in found.items()})
    return kept


def _reads(read: list[str], changed: set[str]) -> bool:
    """Whether any of what changed was read. A fact that reads the table of all kinds of records reads every kind."""
    return any(source in read or source.partition(":")[0] in read for source in changed)


def _tell_others(practice_id: int, framework_id: str, sources: set[str]) -> None:
    """What changed is forgotten once it is computed; other frameworks have yet to hear of it."""
    others = Snapshot.objects.filter(practice=practice_id).exclude(framework=framework_id)
    for other in others.defer("items", "traces") if sources else ():
        other.due = sorted({*other.due, *sources})
        other.save(update_fields=["due"])


def _note(practice_id: int, framework_id: str, today: date, found: Mapping[str, Judged]) -> None:
    """A new state for every item that stands otherwise than it did; of one day the last."""
    stood = State.objects.filter(
        practice=practice_id, framework=framework_id, until=None, item__in=list(found)
    )
    before = {state.item: state for state in stood}
    begun, ended = [], []
    for item, judged in found.items():
        told = _told(judged)
        last = before.get(item)
        if last and last.digest == told["digest"]:
            continue
        if last and last.since >= today:
            State.objects.filter(pk=last.pk).update(**told)
            continue
        if last:
            ended.append(last.pk)
        begun.append(State(practice_id=practice_id, framework=framework_id, item=item, since=today, **told))
    State.objects.filter(pk__in=ended).update(until=today)
    State.objects.bulk_create(begun)


def _told(judged: Judged) -> dict[str, Any]:
    """Counts only, so that nothing personal is in it."""
    told = {
        "outcome": judged.outcome.value,
        "strength": judged.strength.value,
        "stale": judged.stale,
        "backdated": judged.backdated,
    }
    verdicts = {part.key: part.found.verdict.value for part in judged.parts}
    text = json.dumps([told, verdicts], sort_keys=True)
    return told | {
        "newest": judged.newest,
        "said": {
            part.key: [part.found.verdict.value, part.found.part, part.found.whole] for part in judged.parts
        },
        "digest": sha256(text.encode()).hexdigest(),
    }
