"""Who came to a session.

Source: attendance sheets of sessions held, by who was present, and the participants who were.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import present
from cairn.participants import facts as participants
from cairn.practices.models import Practice
from cairn.results.enums import Gathering
from cairn.results.measures.shape import ComputedMeasure, Counted, people


def count(practice: Practice, start: date, end: date) -> Counted:
    everyone = participants.of_practice(practice.pk)
    came = everyone.filter(pk__in=present(practice.pk, start, end))
    return people(came, present(practice.pk, date.min, end).count())


MEASURE = ComputedMeasure(
    key="people_present",
    name=_("People who came to sessions"),
    unit=_("people"),
    definition=_(
        "Everyone who was present at one session or more of those held in the period, each person once. Records looked at are entries on attendance sheets."
    ),
    gathering=Gathering.SO_FAR,
    of=count,
    counts_people=True,
)
