"""What is wrong with a form, told on a page and as a sheet to take away."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from django.core import signing
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.surveys.faults import Fault

SALT = "cairn.surveys.faults"
MOST = 500
"""So many faults are shown and taken away; whoever has more begins with these."""
COLUMNS = (
    Column(_("Sheet"), lambda fault: fault.sheet),
    Column(_("Row"), lambda fault: fault.row),
    Column(_("Column"), lambda fault: fault.column),
    Column(_("What is wrong, and what helps"), lambda fault: fault.message),
)


def told(faults: Sequence[Fault]) -> dict[str, Any]:
    """For the page: the faults, and the same sealed, so that they come back as a sheet without being kept."""
    first = faults[:MOST]
    sealed = signing.dumps([astuple(fault) for fault in first], salt=SALT, compress=True)
    return {"faults": first, "more": len(faults) - len(first), "sealed": sealed}


def unsealed(words: str) -> list[Fault]:
    """Raises Http404 for what we did not seal."""
    try:
        return [Fault(*each) for each in signing.loads(words, salt=SALT)]
    except signing.BadSignature as broken:
        raise Http404 from broken
