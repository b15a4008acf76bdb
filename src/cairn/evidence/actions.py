"""What people do with evidence: sign for what records cannot show, ask for more or less, freeze what is published."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.evidence.adjusting import MOST, limit_of, own_limits
from cairn.evidence.keeping import standing
from cairn.evidence.models import Frozen, OwnLimit, Showing, Snapshot, Statement
from cairn.evidence.outlook import weekly
from cairn.evidence.packing import packed
from cairn.evidence.rule import Unit
from cairn.evidence.rules import among, limits_of, page_of, rules_of
from cairn.frameworks.facts import framework_of, loaded_version
from cairn.notices.actions import tell
from cairn.notices.facts import told_since
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.practices.days import months_later
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.publications.models import Publication

LONGEST = 12
"""Months after which a statement has to be signed anew (evidence.md 4.1: policies and statements)."""


@transaction.atomic
def sign(
    *, practice: Practice, framework: str, item: str, role: str, words: str, expires_on: date, by: Person
) -> Statement:
    """Somebody states what records cannot show. Raises ValidationError for a day that is over or more than a year ahead."""
    if item not in rules_of(framework):
        raise ValidationError(_("There is no rule for this item."))
    today = timezone.localdate()
    if not today < expires_on <= months_later(today, LONGEST):
        raise ValidationError(
            {
                "expires_on": _(
                    "A statement holds until a day within the next twelve months; then it is signed anew."
                )
            }
        )
    statement = Statement(
        practice=practice,
        framework=framework,
        item=item,
        role=role,
        words=words,
        signed_on=today,
        expires_on=expires_on,
        by=by,
    )
    statement.full_clean(exclude=["practice", "by"])
    statement.save()
    note(by=by, deed=Deed.CREATED, thing=f"statement:{statement.pk}", practice=practice.pk)
    return statement


@transaction.atomic
def withdraw(*, statement: Statement, by: Person) -> Statement:
    """It counts no more from today on; that it was signed stays to be read. Twice changes nothing."""
    current = Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)
    if current.withdrawn_on is None:
        current.withdrawn_on = timezone.localdate()
        current.save(update_fields=["withdrawn_on"])
        note(by=by, deed=Deed.CHANGED, thing=f"statement:{current.pk}", practice=current.practice_id)
    return current


@transaction.atomic
def show_publicly(*, practice: Practice, by: Person) -> Showing:
    """From the next edition on, strength and month of each item's evidence are published. Twice changes nothing."""
    showing, new = Showing.objects.get_or_create(
        practice=practice, defaults={"since": timezone.localdate(), "by": by}
    )
    if new:
        note(by=by, deed=Deed.CREATED, thing=f"showing:{practice.pk}", practice=practice.pk)
    return showing


@transaction.atomic
def hide(*, practice: Practice, by: Person) -> None:
    """Later editions say nothing of evidence; what was published stays as it is. Twice changes nothing."""
    gone, _rows = Showing.objects.filter(practice=practice).delete()
    if gone:
        note(by=by, deed=Deed.CHANGED, thing=f"showing:{practice.pk}", practice=practice.pk)


@transaction.atomic
def set_limit(
    *,
    practice: Practice,
    framework: str,
    item: str,
    name: str,
    value: float | None,
    reason: str,
    by: Person,
) -> OwnLimit:
    """The practice asks for more or less than Cairn proposes; None goes back to that. In the limit's own unit, shares from 0 to 1.

    Raises ValidationError where there is no such limit, the value cannot be one, stands already, or has no reason.
    """
    limit = limit_of(framework, item, name)
    if limit is None:
        raise ValidationError(_("There is no such limit."))
    stands = own_limits(practice.pk, framework).get(item, {}).get(name)
    if value is not None and not _can_be(limit.unit, value):
        raise ValidationError({"value": _beyond(limit.unit)})
    if value == (limits_of(framework)[item][name] if stands is None else stands) or value is stands is None:
        raise ValidationError({"value": _("So it stands already.")})
    one = OwnLimit(
        practice=practice,
        framework=framework,
        item=item,
        name=name,
        value=value,
        reason=reason.strip(),
        by=by,
    )
    one.full_clean(exclude=["practice", "by"])
    one.save()
    note(by=by, deed=Deed.CHANGED, thing=f"limit:{one.pk}", practice=practice.pk, reason=one.reason)
    return one


def _can_be(unit: Unit, value: float) -> bool:
    return 0 < value <= MOST[unit] and (unit is Unit.SHARE or value == int(value))


def _beyond(unit: Unit) -> str:
    if unit is Unit.SHARE:
        return _("More than 0 and at most 100 per cent.")
    return _("A whole number from 1 to %(most)s.") % {"most": MOST[unit]}


@transaction.atomic
def freeze(*, edition: Publication, framework: str, by: Person) -> str:
    """Keep the evidence of a practice as it stands while this edition of it is published. The digest; "" where there are no rules."""
    if not rules_of(framework):
        return ""
    practice = edition.practice
    stands = standing(practice.pk, framework, timezone.localdate())
    own = own_limits(practice.pk, framework)
    said = {
        "framework": framework,
        "as_of": stands.as_of.isoformat(),
        "items": {item: packed(one) for item, one in stands.items.items()},
        "limits": {item: values | own.get(item, {}) for item, values in limits_of(framework).items()},
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    digest = sha256(text.encode()).hexdigest()
    frozen = Frozen.objects.create(
        practice=practice, edition=edition, framework=framework, as_of=stands.as_of, text=text, digest=digest
    )
    note(by=by, deed=Deed.CREATED, thing=f"frozen evidence:{frozen.pk}", practice=practice.pk)
    return digest


def look_at_all() -> int:
    """Compute what has been computed before, so that what grew old or changed is noticed on its day. How many frameworks of practices."""
    looked = list(Snapshot.objects.order_by("pk").values_list("practice", "framework"))
    for practice, framework in looked:
        standing(practice, framework, timezone.localdate())
    return len(looked)


@transaction.atomic
def tell_week(*, practice: Practice, frameworks: Collection[str], today: date) -> int:
    """Tell those who lead the practice what changed in a week, unless they do not want to be told; how many were told.

    One notice for all the frameworks by which it is assessed, grouped by framework; the usual one where there are none.
    Nothing is told where nothing changed, and nothing twice in a week.
    """
    told_of = among(frameworks)
    page = page_of(practice.pk, told_of[0])
    # Half a day less than a week: whoever starts it at the same hour each week never misses one by a minute.
    since = timezone.now() - timedelta(days=weekly.DAYS, hours=-12)
    if told_since(weekly.MESSAGE, page, since):
        return 0
    weeks = {_title(one): weekly.week_of(practice, one, today) for one in told_of}
    leads = people_who_may(Permission.EDIT_PRACTICE, practice.organisation).filter(wants_weekly=True)
    parameters = {"practice": practice.title} | weekly.parameters(weeks)
    people = leads if any(weeks.values()) else ()
    return len(tell(people=people, message=weekly.MESSAGE, parameters=parameters, address=page, by=None))


def _title(framework: str) -> str:
    """In the framework's own language, as its source names it."""
    try:
        return framework_of(loaded_version(framework)).title
    except ObjectDoesNotExist:
        return framework
