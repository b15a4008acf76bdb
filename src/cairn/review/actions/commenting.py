"""Say something of a node or the whole, answer it, settle it, open it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from cairn.notices.actions import tell
from cairn.people.models import Person
from cairn.review import facts, talk
from cairn.review.mentions import Mentioned, mentioned_in
from cairn.review.models import LONGEST, Comment, Thread, Turn

if TYPE_CHECKING:
    from cairn.assessments.models import Assessment

MENTIONED = gettext_noop("%(by)s mentions you in a comment on the assessment of %(practice)s.")
ANSWERED = gettext_noop("%(by)s answered in a conversation of yours about the assessment of %(practice)s.")


@dataclass(frozen=True, slots=True)
class Said:
    comment: Comment
    unknown: tuple[str, ...]
    """Names after an @ that fit nobody who can read it; they were not told."""


@transaction.atomic
def begin(
    *, assessment: Assessment, node_id: str, text: str, by: Person, ticked: Iterable[Person] = ()
) -> Said:
    """Open a thread on a node, or on the whole where `node_id` is empty. Raises ValidationError as `answer` does."""
    mentioned = _checked(text, assessment, ticked)
    thread = Thread.objects.create(assessment=assessment, node_id=node_id)
    return _said(thread, text, by, mentioned)


@transaction.atomic
def answer(*, thread: Thread, text: str, by: Person, ticked: Iterable[Person] = ()) -> Said:
    """Say something more in a thread; who spoke there before is told.

    Raises ValidationError, by field, where nothing is said, where it is too long, or where an @name could mean
    several people of whom none was ticked.
    """
    mentioned = _checked(text, thread.assessment, ticked)
    said = _said(thread, text, by, mentioned)
    spoke = Person.objects.filter(pk__in=thread.comments.values("by"))
    able = set(facts.commenters_of(thread.assessment))
    _tell([person for person in spoke if person in able - mentioned.people], ANSWERED, thread, by)
    return said


@transaction.atomic
def settle(*, thread: Thread, resolved: bool, by: Person) -> Turn:
    """Resolve a thread, or open it again. Raises ValidationError where it is so already."""
    if not Thread.objects.filter(pk=thread.pk, resolved=not resolved).update(resolved=resolved):
        raise ValidationError(
            _("Someone else resolved this just now.")
            if resolved
            else _("Someone else opened this again just now.")
        )
    thread.resolved = resolved
    return Turn.objects.create(thread=thread, resolved=resolved, by=by)


def _checked(text: str, assessment: Assessment, ticked: Iterable[Person]) -> Mentioned:
    if not text.strip():
        raise ValidationError({"text": _("Nothing is written here yet.")})
    if len(text) > LONGEST:
        over = len(text) - LONGEST
        raise ValidationError(
            {
                "text": ngettext(
                    "This is %(over)s character more than the %(most)s that fit. It is all still here: please shorten it.",
                    "This is %(over)s characters more than the %(most)s that fit. It is all still here: please shorten it.",
                    over,
                )
                % {"over": over, "most": LONGEST}
            }
        )
    mentioned = mentioned_in(text, facts.commenters_of(assessment), ticked)
    if mentioned.ambiguous:
        names = ", ".join(f"@{name}" for name in mentioned.ambiguous)
        raise ValidationError(
            {
                "ticked": _("More than one person could be meant by %(names)s: tick whom you mean.")
                % {"names": names}
            }
        )
    return mentioned


def _said(thread: Thread, text: str, by: Person, mentioned: Mentioned) -> Said:
    comment = Comment.objects.create(thread=thread, text=text, by=by)
    comment.mentions.set(mentioned.people)
    _tell(mentioned.people, MENTIONED, thread, by)
    return Said(comment, mentioned.unknown)


def _tell(people: Iterable[Person], message: str, thread: Thread, by: Person) -> None:
    practice = thread.assessment.practice.title
    tell(
        people=people,
        message=message,
        parameters={"by": by.name, "practice": practice},
        address=talk.address_of(thread),
        by=by,
    )
