"""What is written down about records on people: reading counts too."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Deed(TextChoices):
    READ = "read", _("read")
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    ASSIGNED = "assigned", _("assigned")
    UNASSIGNED = "unassigned", _("no longer assigned")
    BROKE_GLASS = "broke_glass", _("opened in an emergency")
    EXPORTED = "exported", _("exported")
    IMPORTED = "imported", _("imported")
    UNDONE = "undone", _("import undone")
    PRINTED = "printed", _("printed")
    ERASED = "erased", _("erased")
    HELD = "held", _("kept by legal hold")
    LIFTED = "lifted", _("legal hold lifted")
    NAME_READ = "name_read", _("name read")
    NAME_WRITTEN = "name_written", _("name written")
