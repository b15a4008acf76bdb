"""Where an assessment stands on its way to the public."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Returned with notes")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    """Never stored: a published assessment whose edition was taken back."""

    @property
    def closed(self) -> bool:
        """Whether nothing can be written any more: to judge again, a new assessment follows this one."""
        return self in {State.PUBLISHED, State.WITHDRAWN}


NEXT: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.IN_REVIEW}),
    State.IN_REVIEW: frozenset({State.RETURNED, State.APPROVED, State.DRAFT}),
    State.RETURNED: frozenset({State.IN_REVIEW}),
    State.APPROVED: frozenset({State.RETURNED, State.IN_REVIEW}),
    State.PUBLISHED: frozenset(),
}
"""Which steps a person may take from where; publishing has its own verb."""
