"""What people do with an assessment on its way to the public."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    SUBMIT = "submit", _("Submitted for review")
    TAKE_BACK = "take_back", _("Taken back")
    RETURN = "return", _("Returned with notes")
    APPROVE = "approve", _("Approved")
    VOID = "void", _("Approval void")
