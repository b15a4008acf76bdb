"""What people say, for stories; made by the same actions that people use."""

from cairn.listening.actions import reports
from cairn.listening.models import Report
from cairn.practices.models import Practice

WORDS = "Somebody shouted at me and took my card."


def a_report(practice: Practice, **said) -> Report:
    """From the public page, unless somebody took it in."""
    facts = {"kind": "staff", "text": WORDS, "language": "en", "by": None, **said}
    return reports.take_in(practice=practice, **facts)
