"""R2.2: participants do something for the community around them, by their own choice and safely."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import active
from cairn.evidence.enums import Side
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

ACT = Task(_("Write down what participants did for the community, and how many by choice"), "record_new", ("community_action",))  # fmt: skip
CHECK = Task(_("Say for each community action that its safety was checked beforehand"), "register", ("community_action",))  # fmt: skip
MENTORS = Task(_("Write down who now mentors others after going the same way"), "record_new", ("volunteer",))
CONFIRM = Task(_("Ask a partner to confirm a community action"), "register", ("community_action",))


def parts(asking: Asking) -> Iterator[Part]:
    """The best attended action counts: adding up would count the same people again."""
    done = [row for row in asking.records.lately("community_action") if row["aim"] != "receiving"]
    joined = [row for row in done if row["participants"]]
    checked = [row for row in done if row["safety_check"]]
    peers = [row for row in asking.records.rows("volunteer") if row["side"] == "peer" and row.is_open]
    needed = min(asking.number("people"), max(1, round(asking.limit("took_part") * len(active(asking)))))
    most = max((row["participants"] for row in joined), default=0)
    yield must(
        "actions",
        _("Participants acted for the common good in every quarter"),
        blocks.cadence(traced(done), begun(asking), asking.today, every=asking.number("every")),
        ACT,
    )
    yield must(
        "people",
        _("Enough participants took part by choice"),
        blocks.share(Share(most, needed if done else 0), 1, 0.01, traces=traced(joined)),
        ACT,
    )
    yield must(
        "safety",
        _("Safety was checked before each"),
        blocks.share(Share(len(checked), len(done)), asking.limit("safety"), 0.01, traces=traced(checked)),
        CHECK,
    )
    yield should(
        "peers",
        _("Mentors who went the same way are active"),
        blocks.exists(traced(peers, Side.PARTICIPANTS)),
        MENTORS,
    )
    yield should(
        "confirmed",
        _("A partner confirmed an action"),
        blocks.exists(traced((row for row in done if row["confirmed"]), Side.PARTNERS)),
        CONFIRM,
    )


RULE = Rule(
    item="R2.2",
    limits={
        "every": Limit(_("At least one action in so many months"), Unit.MONTHS),
        "people": Limit(_("Participants who took part by choice"), Unit.COUNT),
        "took_part": Limit(_("Or this share of those who take part, where that is fewer"), Unit.SHARE),
        "safety": Limit(_("Share of actions checked for safety"), Unit.SHARE),
    },
    parts=parts,
)
