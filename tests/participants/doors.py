"""Who comes in at the doors of participants (tests/test_doors.py)."""

from datetime import date
from uuid import UUID

from cairn.participants import actions, facts
from cairn.participants.ending import erasing

WORKER, HEAD = {"social_worker"}, {"coordinator"}
ON_A_PERSON = (
    "participant",
    "participant_profile",
    "participant_looked",
    "person_line_new",
    "person_line_edit",
)
MAY = dict.fromkeys((*ON_A_PERSON, "participant_looked_export", "participant_emergency"), WORKER)
MAY |= dict.fromkeys(
    (
        "participant_new",
        "participant_hands",
        "participant_erase",
        "retention",
        "retention_export",
        "trail",
        "trail_export",
    ),
    HEAD,
)
LISTS = ("participants", "participants_figures", "referrals")
MAY |= dict.fromkeys((*LISTS, *(f"{name}_export" for name in LISTS)), WORKER | HEAD)
MAY |= dict.fromkeys(("referral_new", "referral_decide"), WORKER | HEAD)
MAY["names"] = set()  # no names are kept, unless a setting says where
DEEDS = {"consent_withdraw": WORKER, "assignment_end": HEAD, "participant_retention": HEAD}
DEEDS |= dict.fromkeys(("hold_ask", "hold_decide"), HEAD)
ADDRESSES = {
    **{each: ["participant"] for each in ("participant", "participant_profile", "participant_looked")},
    "participant_looked_export": ["participant", "=csv"],
    "person_line_new": ["participant", "=consent"],
    "person_line_edit": ["participant", "=language", "language"],
    "consent_withdraw": ["participant", "consent"],
    **{each: ["practice"] for each in (*LISTS, "participant_new", "participant_emergency", "referral_new")},
    **{f"{each}_export": ["practice", "=csv"] for each in LISTS},
    **{
        each: ["practice", "participant"]
        for each in ("participant_hands", "participant_erase", "participant_retention", "hold_ask")
    },
    "retention": ["practice"],
    "trail": ["practice"],
    "names": ["practice"],
    "trail_export": ["practice", "=csv"],
    "retention_export": ["practice", "=csv"],
    "hold_decide": ["practice", "hold", "=confirm"],
    "assignment_end": ["practice", "participant", "hand"],
    "referral_decide": ["practice", "referral"],
}
NOTHING = dict.fromkeys(("language", "consent", "referral"), UUID(int=0)) | {"hand": 987_654, "hold": 987_654}


def furnish(at):
    def add(what, **said):
        return actions.add(participant=at.participant, what=what, by=at.social_worker, **said)

    day = date(2025, 4, 1)
    language = add("language", tag="ti")
    consent = add("consent", about="part", given=True, decided_on=day, language="ti")
    referral = actions.refer(practice=at.practice, by=at.coordinator, received_on=day, referrer="self")
    hand = facts.assignments_of(at.practice.pk).filter(participant=at.participant).first()
    hold = erasing.ask_hold(participant=at.participant, reason="court", by=at.social_worker)
    return {
        "hold": hold.pk,
        "language": language.pk,
        "consent": consent.pk,
        "referral": referral.pk,
        "hand": hand.pk,
    }
