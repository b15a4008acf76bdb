"""I1.3: equality and diversity shape how the work is done, day by day.

Whether some groups are more content than others is left out: answers are anonymous, so nobody knows of whom they are.
"""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.daily import everyone, of_sessions, sessions
from cairn.evidence.enums import Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.participants.counting import Share
from cairn.plans.facts import goals_due

TOPICS = {"intercultural", "gender", "trauma"}
ADAPT = Task(_("Record with each session how it was fitted to those who came"), "sessions")
TRAIN = Task(_("Record who was trained to work across cultures, on gender or trauma"), "record_new", ("training",))  # fmt: skip
GOALS = Task(_("Look at whose goals are reached less often, and why"), "plans")
POLICY = Task(_("List the policy on equality and diversity, and when it was read again"), "record_new", ("document",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    held = sessions(asking)
    adapted = [one for one in held if one.adaptations]
    staff = {row.id for row in asking.records.rows("staff_member") if row.is_open}
    trainings = [row for row in asking.records.lately("training", asking.number("trained_within")) if TOPICS & set(row["competences"])]  # fmt: skip
    trained = staff & {member for row in trainings for member in row["members"]}
    policies = [row for row in asking.records.rows("document") if row["type"] == "equality" and row.is_open]
    read = tuple(Trace(row["reviewed_on"] or row["adopted_on"], row.entered_on) for row in policies)
    yield must(
        "adapted",
        _("Sessions were fitted to the needs and the level of those who came"),
        blocks.share(Share(len(adapted), len(held)), asking.limit("adapted"), traces=of_sessions(adapted)),
        ADAPT,
    )
    yield must(
        "trained",
        _("Staff were trained to work across cultures, on gender or on trauma"),
        blocks.share(Share(len(trained), len(staff)), asking.limit("trained"), traces=traced(trainings)),
        TRAIN,
    )
    yield should("goals", _("Women and men reach their goals about as often"), _goals(asking), GOALS)
    yield should("policy", _("The policy on equality is current"), blocks.reviewed(read, asking.today, asking.number("policy_within")), POLICY)  # fmt: skip
    yield should("stated", _("Somebody says that the policy is adequate"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _goals(asking: Asking) -> Finding:
    """People of whose goals that were due at least half are reached, by sex."""
    due = asking.records.once(goals_due, asking.practice.pk, asking.since, asking.today)
    groups: dict[str, list[bool]] = {}
    for one in everyone(asking):
        if one.pk in due and one.sex:
            groups.setdefault(one.sex, []).append(due[one.pk].part * 2 >= due[one.pk].whole)
    if not groups:
        return Finding(Verdict.NO_DATA)
    shares = {sex: Share(sum(each), len(each)) for sex, each in groups.items()}
    return blocks.gap(shares, asking.limit("points"))


RULE = Rule(
    item="I1.3",
    limits={
        "adapted": Limit(_("Share of sessions fitted to people"), Unit.SHARE),
        "trained": Limit(_("Share of staff trained"), Unit.SHARE),
        "trained_within": Limit(_("Trained within so many months"), Unit.MONTHS),
        "points": Limit(_("Points between groups, at most"), Unit.SHARE),
        "policy_within": Limit(_("Policy read again within so many months"), Unit.MONTHS),
    },
    parts=parts,
)
