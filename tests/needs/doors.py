"""Who comes in at the doors of needs (tests/test_doors.py)."""

from uuid import UUID

from tests.needs.factories import a_draft, a_talk, a_wish, an_entry

WORKER, FIGURES = {"social_worker"}, {"social_worker", "coordinator"}
MAY = dict.fromkeys(
    ("needs", "needs_step", "needs_talk", "need", "wishes", "wish_new", "skills", "skill_new", "skill"),
    WORKER,
)
MAY |= dict.fromkeys(("needs_figures", "needs_figures_export"), FIGURES)
DEEDS = dict.fromkeys(
    ("needs_start", "needs_discard", "wish_first", "wish_take_back", "skill_asked", "skill_remove"), WORKER
)
ADDRESSES = {
    **{each: ["participant"] for each in ("needs", "needs_start", "needs_discard", "wishes")},
    "skills": ["participant"],
    "skill_new": ["participant", "=work"],
    "skill_asked": ["participant", "=work"],
    **{each: ["participant", "=languages", "skill"] for each in ("skill", "skill_remove")},
    "wish_new": ["participant", "=sector"],
    **{each: ["participant", "wish"] for each in ("wish_first", "wish_take_back")},
    "needs_step": ["participant", "=health"],
    "needs_talk": ["participant", "talk"],
    "need": ["participant", "need"],
    "needs_figures": ["practice"],
    "needs_figures_export": ["practice", "=csv"],
}
NOTHING = dict.fromkeys(("talk", "need", "wish", "skill"), UUID(int=0))


def furnish(at):
    talk = a_talk(at.participant, at.social_worker, money="high")
    a_draft(at.participant, at.social_worker, talk.assessed_on)
    wish = a_wish(at.participant, at.social_worker, on=talk.assessed_on)
    return {
        "talk": talk.pk,
        "need": talk.findings.get().need_id,
        "wish": wish.pk,
        "skill": an_entry(at.participant, at.social_worker).pk,
    }
