"""What people report and what became of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportKind(TextChoices):
    """As whoever reports it would say it. Nobody has to choose: what fits nowhere is something else."""

    HARM = "harm", _("somebody was hurt or is in danger")
    EXPLOITATION = "exploitation", _("somebody is being used or forced")
    STAFF = "staff", _("somebody who works here behaved wrongly")
    DISCRIMINATION = "discrimination", _("somebody was treated worse than others")
    OTHER = "other", _("something else")


class Source(TextChoices):
    PUBLIC = "public", _("the public page")
    STAFF = "staff", _("told to somebody of the team")


class Stage(TextChoices):
    """Where a report stands; worked out from its days."""

    NEW = "new", _("not yet acknowledged")
    ACKNOWLEDGED = "acknowledged", _("being seen to")
    ESCALATED = "escalated", _("passed on")
    CLOSED = "closed", _("closed")


class PointKind(TextChoices):
    PRAISE = "praise", _("praise")
    SUGGESTION = "suggestion", _("suggestion")
    COMPLAINT = "complaint", _("complaint")
    QUESTION = "question", _("question")


class PointState(TextChoices):
    """The way that closes the loop."""

    OPEN = "open", _("to be decided")
    DECIDED = "decided", _("to be told back")
    TOLD = "told", _("told back")
