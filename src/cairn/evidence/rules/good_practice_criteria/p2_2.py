"""P2.2: partners look back together at how the work is done and what comes of it, with figures on the table."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.rows import done_in_time, jointly, naming
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

TOPICS = {"operations", "practices", "services", "outcomes"}
REVIEW = Task(_("Review work and results with partners, figures on the table, and write the meeting down"), "record_new", ("meeting",))  # fmt: skip
TASKS = Task(_("Mark what was agreed in joint reviews as done"), "register", ("meeting_action",))


def parts(asking: Asking) -> Iterator[Part]:
    """A meeting without figures is no joint review, whatever was talked about."""
    reviews = [row for row in asking.records.lately("meeting") if row["type"] == "review"]
    full = [
        row
        for row in reviews
        if row["data_pack"]
        and len(row["organisations"]) >= asking.number("organisations")
        and len(TOPICS & set(row["topics"])) >= asking.number("topics")
    ]
    agreed = naming(asking.records.rows("meeting_action"), "source", reviews)
    yield must(
        "reviews",
        _("Joint reviews in twelve months: outside organisations there, work and outcomes looked at, figures on the table"),
        blocks.share(
            Share(len(full), asking.number("reviews") if reviews else 0),
            1,
            0.01,
            traces=jointly(full),
        ),
        REVIEW,
    )  # fmt: skip
    yield should(
        "done",
        _("What was agreed was done by its day"),
        blocks.share(
            done_in_time(agreed, asking.today),
            asking.limit("done"),
            traces=traced(row for row in agreed if row.closed_on),
        ),
        TASKS,
    )


RULE = Rule(
    item="P2.2",
    limits={
        "reviews": Limit(_("Joint reviews in twelve months"), Unit.COUNT),
        "organisations": Limit(_("Outside organisations at each"), Unit.COUNT),
        "topics": Limit(_("Of operations, ways of working, services and outcomes, looked at in each"), Unit.COUNT),
        "done": Limit(_("Share of agreed tasks done by their day"), Unit.SHARE),
    },
    parts=parts,
)  # fmt: skip
