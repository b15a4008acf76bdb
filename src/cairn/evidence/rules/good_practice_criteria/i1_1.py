"""I1.1: whoever the practice is for has a fair chance to get in, to stay and to take part.

Languages of those who were referred are not kept, so they are not compared. What a referral was refused for speaks against the
item only where the way of working could not be adjusted: to refuse that is discrimination.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import by_person
from cairn.activities.facts.offering import offered_between
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, veto
from cairn.evidence.daily import dated, everyone
from cairn.evidence.enums import Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task
from cairn.participants.counting import Share
from cairn.participants.facts import referrals_of

REFER = Task(_("Record everyone who was sent to you, also those who did not begin, by age and sex"), "referrals")  # fmt: skip
CHECK = Task(_("Fill the inclusion check of each activity"), "activities")
FOLLOW = Task(_("Find out why some stay away or leave more than others"), "activities_figures")


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, today = asking.records, asking.practice.pk, asking.today
    sent = records.some("received_on refusal sex age_band made_at", referrals_of, practice)
    referred = [one for one in sent if asking.since < one.received_on <= today]
    people = {one.pk: one for one in everyone(asking)}
    came = [one for one in people.values() if asking.since < one.enrolled_on <= today]
    offered = records.once(offered_between, practice, asking.since, today)
    checked = [one for one in offered if one.inclusion_checked]
    refused = [one for one in referred if one.refusal == "access"]
    attended = records.once(by_person, practice, asking.since, today)
    yield must(
        "chance",
        _("Of each age and sex, about as many came as were sent"),
        blocks.both(*(_chance(asking, name, referred, came) for name in ("sex", "age_band"))),
        REFER,
    )
    yield must(
        "checked",
        _("The inclusion check of activities is filled"),
        blocks.share(Share(len(checked), len(offered)), asking.limit("checked")),
        CHECK,
    )  # fmt: skip
    for key, asks, counts in (
        ("attendance", _("All come about as regularly"), lambda one: one.regular),
        ("staying", _("All stay about as often"), lambda one: not one.dropped),
    ):
        yield should(key, asks, _apart(asking, people, attended, counts), FOLLOW)
    yield veto("refused", _("Somebody was refused because the way of working could not be adjusted"), blocks.absent(dated(refused, "received_on")))  # fmt: skip
    yield should("stated", _("Somebody says why the practice is for those whom it is for"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _chance(asking: Asking, name: str, referred: Sequence[Any], came: Sequence[Any]) -> Finding:
    """By group, its part of those who came against its part of those who were sent; only where both are ten or more."""
    sent, there = (Counter(getattr(one, name) for one in found if getattr(one, name)) for found in (referred, came))  # fmt: skip
    if not sent or not there:
        return Finding(Verdict.NO_DATA)
    if min(sent.total(), there.total()) < blocks.ENOUGH:
        return Finding(Verdict.TOO_FEW)
    groups = [group for group, number in sent.items() if number >= blocks.ENOUGH]
    ratios = [there[group] / there.total() / (sent[group] / sent.total()) for group in groups]
    fair = sum(asking.limit("least") <= ratio <= 1 / asking.limit("least") for ratio in ratios)
    found = blocks.share(Share(fair, len(ratios)), 1, 0.5, traces=dated(came, "enrolled_on"))
    return found if ratios else Finding(Verdict.TOO_FEW)


def _apart(
    asking: Asking, people: Mapping[Any, Any], attended: Mapping[Any, Any], counts: Callable[[Any], bool]
) -> Finding:
    """Points between women and men, and between ages, where groups are of ten or more; the wider of the two."""
    found = []
    for name in ("sex", "age_band"):
        groups: dict[str, list[bool]] = {}
        for key, one in attended.items():
            groups.setdefault(getattr(people[key], name), []).append(counts(one))
        shares = {group: Share(sum(each), len(each)) for group, each in groups.items() if group}
        found.append(blocks.gap(shares, asking.limit("points")))
    told = [one for one in found if one.verdict not in {Verdict.NO_DATA, Verdict.TOO_FEW}]
    return blocks.both(*(told or found))


RULE = Rule(
    item="I1.1",
    limits={
        "least": Limit(_("Least part among those who came, against those who were sent"), Unit.SHARE),
        "checked": Limit(_("Share of activities whose inclusion check is filled"), Unit.SHARE),
        "points": Limit(_("Points between groups, at most"), Unit.SHARE),
    },
    parts=parts,
)
