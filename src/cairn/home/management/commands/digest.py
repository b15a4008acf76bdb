"""`./cairn digest`: tells those who lead a practice once a week what changed in its evidence."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cairn.assessments.facts import frameworks_of
from cairn.evidence import actions
from cairn.practices import facts as practices


class Command(BaseCommand):
    help = (
        "Tells coordinators what got stronger or weaker in the evidence of their practices in the last week, by the frameworks they are assessed by, and what is too old "
        "within the next; nothing where nothing changed, and nobody twice in a week. Run it daily."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        told = sum(
            actions.tell_week(practice=practice, frameworks=frameworks_of(practice), today=today)
            for practice in practices.every()
        )
        self.stdout.write(f"Told: {told}")
