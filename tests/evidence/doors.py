"""Who comes in at the doors of evidence (tests/test_doors.py)."""

from datetime import timedelta

from django.utils import timezone

from cairn.evidence import actions

SEERS = {"coordinator", "social_worker", "mediator"}
MAY = dict.fromkeys(
    ("evidence", "evidence_of", "evidence_item", "evidence_limits", "evidence_sign"), SEERS
) | {
    "evidence_export": {"coordinator", "social_worker"},
    "evidence_limit": {"coordinator"},
    "evidence_limits_export": {"coordinator", "social_worker"},
}
DEEDS = {key: {"coordinator"} for key in ("evidence_withdraw", "evidence_public")}
ADDRESSES = {
    "evidence": ["practice"],
    "evidence_of": ["practice", "=good-practice-criteria"],
    "evidence_public": ["practice"],
    "evidence_export": ["practice", "=good-practice-criteria", "=csv"],
    "evidence_item": ["practice", "=good-practice-criteria", "=P2.1"],
    "evidence_limit": ["practice", "=good-practice-criteria", "=P2.1", "=levels"],
    "evidence_limits": ["practice"],
    "evidence_limits_export": ["practice", "=csv"],
    "evidence_sign": ["practice", "=good-practice-criteria", "=P2.1"],
    "evidence_withdraw": ["practice", "=good-practice-criteria", "=P2.1", "statement"],
}
NOTHING = {"statement": 987_654}


def furnish(at):
    said = {"framework": "good-practice-criteria", "item": "P2.1", "role": "Head", "words": "It is so."}
    day = timezone.localdate() + timedelta(days=9)
    signed = actions.sign(practice=at.practice, expires_on=day, by=at.coordinator, **said)
    return {"statement": signed.pk}
