"""Who comes in at the doors of plans (tests/test_doors.py)."""

from uuid import UUID

from cairn.plans import actions as plans
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal

WORKER = {"social_worker"}
ON_A_PERSON = ("plan", "plan_begin", "goal_new", "plan_review", "leave", "come_back", "self_rating")
MAY = dict.fromkeys((*ON_A_PERSON, "goal_edit", "follow_up"), WORKER) | {"plans": WORKER | {"coordinator"}}
DEEDS = dict.fromkeys(("goal_close", "step_add", "step_do"), WORKER)
ADDRESSES = {
    **{each: ["participant"] for each in ON_A_PERSON},
    **{each: ["participant", "goal"] for each in ("goal_edit", "goal_close", "step_add")},
    "step_do": ["participant", "step"],
    "follow_up": ["left", "=3"],
    "plans": ["practice"],
}
NOTHING = dict.fromkeys(("goal", "step", "left"), UUID(int=0))


def furnish(at):
    day = at.participant.enrolled_on
    plan = plans.begin(participant=at.participant, begun_on=day, by=at.social_worker)
    goal = a_goal(plan, at.social_worker, due_on=day)
    left = a_participant(at.practice, at.coordinator, worker=at.social_worker)
    plans.leave(participant=left, on=day, reason="other", result="none", by=at.social_worker)
    step = plans.add_step(goal=goal, words="Ask.", by=at.social_worker)
    return {"goal": goal.pk, "step": step.pk, "left": left.pk}
