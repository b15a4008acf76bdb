"""What kinds of documents a practice has."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sort(TextChoices):
    REPORT = "report", _("Report")
    PLAN = "plan", _("Plan")
    EVALUATION = "evaluation", _("Evaluation")
    MINUTES = "minutes", _("Minutes")
    OTHER = "other", _("Other")
