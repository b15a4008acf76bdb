"""Who may see which column on needs, wishes and skills (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

_ON_A_PERSON = {
    "id": Who.SYSTEM,
    "participant": Who.TEAM,
    "by": Who.ASSIGNED,
    "made_at": Who.ASSIGNED,
}

WHO: Declared = {
    "NeedsAssessment": {
        **_ON_A_PERSON,
        "assessed_on": Who.ASSIGNED,
        "place": Who.ASSIGNED,
        "with_interpreter": Who.ASSIGNED,
        "note": Who.SEALED,
        "follows": Who.SYSTEM,
        "finished_at": Who.ASSIGNED,
    },
    "Need": {
        **_ON_A_PERSON,
        "domain": Who.ASSIGNED,
        "priority": Who.ASSIGNED,
        "source": Who.ASSIGNED,
        "found_on": Who.ASSIGNED,
        "status": Who.ASSIGNED,
        "status_on": Who.ASSIGNED,
        "because": Who.ASSIGNED,
        "revision": Who.SYSTEM,
    },
    "Finding": {
        **_ON_A_PERSON,
        "assessment": Who.ASSIGNED,
        "domain": Who.ASSIGNED,
        "order": Who.SYSTEM,
        "answer": Who.ASSIGNED,
        "source": Who.ASSIGNED,
        "note": Who.SEALED,
        "need": Who.ASSIGNED,
    },
    "NeedChange": {
        **_ON_A_PERSON,
        "need": Who.ASSIGNED,
        "revision": Who.SYSTEM,
        "status": Who.ASSIGNED,
        "on": Who.ASSIGNED,
        "because": Who.ASSIGNED,
        "reason": Who.SEALED,
    },
    "Preference": {
        **_ON_A_PERSON,
        "kind": Who.ASSIGNED,
        "code": Who.ASSIGNED,
        "occupation": Who.ASSIGNED,
        "wanted": Who.ASSIGNED,
        "rank": Who.ASSIGNED,
        "said_on": Who.ASSIGNED,
        "note": Who.SEALED,
        "until": Who.ASSIGNED,
    },
    "SkillEntry": {
        **_ON_A_PERSON,
        "section": Who.ASSIGNED,
        "data": Who.ASSIGNED,
        "sealed": Who.SEALED,
        "revision": Who.SYSTEM,
        "changed_at": Who.ASSIGNED,
    },
    "SkillSection": {**_ON_A_PERSON, "section": Who.ASSIGNED, "asked": Who.ASSIGNED},
    "Occupation": dict.fromkeys(
        ("id", "uri", "language", "group", "name", "other_names", "description", "folded"), Who.TEAM
    ),
}
