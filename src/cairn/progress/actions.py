"""What is done with reports. Access is the caller's to check: views load through facts.readable_by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cairn.common.conflict import Conflict
from cairn.notices.actions import tell
from cairn.progress import facts, layouts, shape
from cairn.progress.enums import State, Verb, Writing
from cairn.progress.models import Block, Report, Signed, Step
from cairn.trail.actions import note
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from datetime import date

    from cairn.money.models import Grant
    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.progress.layouts import Layout
    from cairn.progress.shape import Part


@transaction.atomic
def begin(
    *,
    practice: Practice,
    layout: Layout,
    days: tuple[date, date],
    grant: Grant | None,
    title: str,
    language: str,
    by: Person,
) -> Report:
    """A new report with figures and drafts, and with the texts of the last one by the same template for the same grant.

    Raises ValidationError where the days are no period, or overlap with such a report.
    """
    starts_on, ends_on = days
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("The period cannot end before it starts. Choose a later day.")})
    alike = Report.objects.filter(practice=practice, grant=grant, which=layout.key)
    if found := alike.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).first():
        raise ValidationError(
            {
                "starts_on": _(
                    "“%(title)s” covers some of these days already. Go on with that one, or choose other days."
                )
                % {"title": found.title}
            }
        )
    last = alike.filter(ends_on__lt=starts_on).first()
    report = Report(
        practice=practice,
        grant=grant,
        follows=last,
        title=title,
        which=layout.key,
        starts_on=starts_on,
        ends_on=ends_on,
        language=language,
        figures_on=timezone.localdate(),
        written_by=by,
        made_by=by,
    )
    with translation.override(language):
        report.layout = layouts.to_kept(layout)
    parts = facts.taken_now(report)
    report.figures = shape.to_kept(parts)
    report.save()
    _begin_blocks(report, layout, parts)
    note(by=by, deed=Deed.CREATED, thing=_thing(report), practice=practice.pk)
    return report


def _begin_blocks(report: Report, layout: Layout, parts: tuple[Part, ...]) -> None:
    """What somebody wrote in the report before comes along, to be read again; what was only drafted is drafted anew."""
    earlier = {block.key: block for block in report.follows.blocks.all()} if report.follows else {}
    blocks = []
    for slot in layout.slots:
        if slot.writing == Writing.NONE:
            continue
        draft, old = facts.draft_of(slot, parts), earlier.get(slot.key)
        carried = bool(old and old.words and not old.untouched)
        words = old.words if old and carried else draft
        blocks.append(Block(report=report, key=slot.key, words=words, drafted=draft, carried=carried))
    Block.objects.bulk_create(blocks)


@transaction.atomic
def write(*, report: Report, key: str, words: str, revision: int, by: Person) -> Block:
    """The words of a section. Raises Conflict where somebody else wrote there since `revision`, ValidationError once it is sent."""
    kept = _open(report)
    block = Block.objects.select_for_update().get(report=kept, key=key)
    if block.revision != revision and block.words != words:
        raise Conflict(block, ("words",))
    if block.words != words or block.carried:
        block.words, block.carried, block.revision = words, False, block.revision + 1
        block.save(update_fields=["words", "carried", "revision"])
        _written(kept, by)
    return block


@transaction.atomic
def explain(*, report: Report, reasons: Mapping[str, str], by: Person) -> Report:
    """Why something went far otherwise, by the key of what asks for it; "" takes a reason back."""
    kept = _open(report)
    asked = {ask.key for ask in facts.asks_of(kept)}
    said = kept.reasons | {key: words for key, words in reasons.items() if key in asked}
    kept.reasons = {key: words for key, words in said.items() if words}
    kept.save(update_fields=["reasons"])
    _written(kept, by)
    return kept


@transaction.atomic
def refresh(*, report: Report, seen: str, take: Collection[str], by: Person) -> Report:
    """Take the figures from the records anew. `take` names the sections whose words are replaced by the new draft.

    `seen` is the digest of the figures that the person looked at. Raises ValidationError where the records changed since.
    """
    kept = _open(report)
    parts = facts.taken_now(kept)
    if shape.digest_of_parts(parts) != seen:
        raise ValidationError(
            _("The records have changed meanwhile. Look at the figures again, then take them.")
        )
    blocks = {block.key: block for block in kept.blocks.select_for_update()}
    for slot in layouts.from_kept(kept.layout).slots:
        block = blocks.get(slot.key)
        if block is None:
            continue
        draft = facts.draft_of(slot, parts)
        if slot.key in take and block.words != draft:
            block.words, block.carried, block.revision = draft, False, block.revision + 1
        block.drafted = draft
        block.save(update_fields=["words", "drafted", "carried", "revision"])
    kept.figures, kept.figures_on = shape.to_kept(parts), timezone.localdate()
    kept.save(update_fields=["figures", "figures_on"])
    _written(kept, by)
    return kept


@transaction.atomic
def discard(*, report: Report, by: Person) -> None:
    """Throw a draft away. Raises ValidationError once it has been on its way to a second person."""
    kept = _open(report)
    if kept.steps.exists():
        raise ValidationError(_("This report has been in review, so it stays. Change it instead."))
    thing, practice = _thing(kept), kept.practice_id
    kept.delete()
    note(by=by, deed=Deed.ERASED, thing=thing, practice=practice)


@transaction.atomic
def submit(*, report: Report, by: Person) -> Report:
    """To a second person. Raises ValidationError with everything that it lacks."""
    kept = _open(report)
    lacks = facts.lacks_of(kept, timezone.localdate())
    if lacks:
        raise ValidationError([lack.words for lack in lacks])
    _step(kept, State.IN_REVIEW, Verb.SUBMIT, by)
    _tell(kept, facts.signers_of(kept), gettext_noop("“%(title)s” waits for your signature."), by)
    return kept


@transaction.atomic
def take_back(*, report: Report, by: Person) -> Report:
    """Go on writing. Raises ValidationError where it is not in review."""
    kept = _in_review(report)
    _step(kept, State.DRAFT, Verb.TAKE_BACK, by)
    return kept


@transaction.atomic
def send_back(*, report: Report, words: str, by: Person) -> Report:
    """With a note that says what has to change."""
    kept = _in_review(report)
    if not words.strip():
        raise ValidationError({"words": _("Say what has to change, so that it can be done.")})
    _step(kept, State.RETURNED, Verb.SEND_BACK, by, words)
    _tell(kept, [kept.written_by], gettext_noop("“%(title)s” was returned with a note."), by)
    return kept


@transaction.atomic
def sign(*, report: Report, seen: str, by: Person) -> Signed:
    """For good. `seen` is the digest of the paper that the person read. Raises ValidationError where it is another by now,
    where something is lacking, or where the same person wrote it."""
    kept = _in_review(report)
    if not facts.may_sign(by, kept):
        raise ValidationError(_("Whoever wrote in it last cannot sign it: ask somebody else."))
    paper = facts.paper_of(kept)
    if shape.digest_of(shape.to_text(paper)) != seen:
        raise ValidationError(_("The report has changed meanwhile. Read it again, then sign."))
    now = timezone.now()
    text = shape.to_text(shape.signed(paper, by.name, timezone.localdate(now)))
    made = Signed.objects.create(report=kept, text=text, digest=shape.digest_of(text), by=by, at=now)
    _step(kept, State.SIGNED, Verb.SIGN, by)
    _tell(kept, [kept.written_by], gettext_noop("“%(title)s” is signed."), by)
    return made


def _open(report: Report) -> Report:
    """The report, held, while it is being written. Raises ValidationError otherwise."""
    kept = _held(report)
    if not State(kept.state).open:
        raise ValidationError(_("This report is in review or signed. Take it back from review to change it."))
    return kept


def _in_review(report: Report) -> Report:
    kept = _held(report)
    if kept.state != State.IN_REVIEW:
        raise ValidationError(_("This report is not in review any more. Look at where it stands now."))
    return kept


def _held(report: Report) -> Report:
    Report.objects.select_for_update().get(pk=report.pk)  # joins cannot be held on PostgreSQL
    return Report.objects.select_related("practice__organisation", "grant", "written_by", "follows").get(
        pk=report.pk
    )


def _written(report: Report, by: Person) -> None:
    report.written_by, report.revision = by, report.revision + 1
    report.save(update_fields=["written_by", "revision"])
    note(by=by, deed=Deed.CHANGED, thing=_thing(report), practice=report.practice_id)


def _step(report: Report, state: State, verb: Verb, by: Person, words: str = "") -> None:
    report.state = state
    report.save(update_fields=["state"])
    Step.objects.create(report=report, verb=verb, note=words, by=by)
    note(by=by, deed=Deed.CHANGED, thing=_thing(report), practice=report.practice_id, reason=str(verb.label))


def _tell(report: Report, people: list[Person], message: str, by: Person) -> None:
    address = reverse("progress_report", args=[report.practice_id, report.pk])
    tell(people=people, message=message, parameters={"title": report.title}, address=address, by=by)


def _thing(report: Report) -> str:
    return f"progress:{report.pk}"
