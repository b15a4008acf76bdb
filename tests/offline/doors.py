"""Who comes in at the doors of work without a network (tests/test_doors.py)."""

import json
from uuid import UUID

from django.utils import timezone

from cairn.offline.actions import tokens
from cairn.offline.models import FieldToken, Submission
from cairn.surveys import actions as surveys
from cairn.surveys.enums import Purpose
from tests.surveys.factories import FEEDBACK

HEADS, KEEPERS = {"coordinator"}, {"coordinator", "social_worker"}
MAY = {"devices": HEADS, "submissions": KEEPERS, "submission": KEEPERS, "submissions_export": KEEPERS}
DEEDS = {"device_revoke": HEADS, "submission_remove": KEEPERS}
ADDRESSES = {
    "devices": ["practice"],
    "device_revoke": ["practice", "token"],
    "submissions": ["practice"],
    "submission": ["practice", "submission"],
    "submission_remove": ["practice", "submission"],
    "submissions_export": ["practice", "=visit", "=csv"],
}
NOTHING = {"token": 987_654, "submission": UUID(int=0)}


def furnish(at):
    form = surveys.make_form(
        practice=at.practice, key="visit", purpose=Purpose.NEEDS, anonymous=False, by=at.coordinator
    )
    version = surveys.publish_version(form=form, sheets=FEEDBACK, by=at.coordinator)
    tokens.make(practice=at.practice, name="Phone 1", expires_on=timezone.localdate(), by=at.coordinator)
    token = FieldToken.objects.get(practice=at.practice)
    submission = Submission(practice=at.practice, version=version, token=token)
    submission.answers = json.dumps({"today": "bad", "why": "It was cold."})
    submission.save()
    return {"token": token.pk, "submission": submission.pk}
