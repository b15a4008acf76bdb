"""E2.4: five sides call it a success: participants, local people, practitioners, those who pay and those who decide."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.listening.facts import evidence as listening
from cairn.participants.counting import Share
from cairn.registers.facts import Row

OTHERS = ("host-community", "practitioners", "funders", "policymakers")
POSITIVE = {"4", "5"}
HEAR = Task(_("Ask people after sessions how it was, and let more of them answer"), "answers")
ASK = Task(_("Ask local people, practitioners, funders and policymakers how they judge it, and keep what they say"), "record_new", ("statement",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    """Participants count as asked from ten answers on, or where three of ten who could have answered did."""
    given = [row for row in asking.records.lately("statement") if row["about"] == "success"]
    heard = asking.records.once(listening.heard, asking.practice, asking.since, asking.today)
    enough = heard.satisfaction.whole >= asking.number("answers") or (heard.response.value or 0) >= asking.limit("response")  # fmt: skip
    judged = {side: _positive([row for row in given if row["side"] == side]) for side in OTHERS}
    judged["beneficiaries"] = heard.satisfaction if enough else Share(0, 0)
    answers = tuple(Trace(day, day, Side.PARTICIPANTS) for day, _share in heard.by_pool)
    signed = [row for row in given if row["signed"]]
    yield must(
        "sides",
        _("Sides of five that mostly call it a success"),
        _sides(asking, judged, (*traced(given, Side.OUTSIDE), *answers)),
        ASK,
        HEAR,
    )
    yield should(
        "answers",
        _("Enough participants answered, of all who could"),
        _answered(heard.response, answers, enough=enough),
        HEAR,
    )
    yield should("stated", _("Somebody outside signed it"), blocks.exists((*asking.statements(), *traced(signed, Side.OUTSIDE))), ASK, signing(asking))  # fmt: skip


def _positive(rows: list[Row]) -> Share:
    rated = [row for row in rows if row["rating"]]
    return Share(sum(row["rating"] in POSITIVE for row in rated), len(rated))


def _sides(asking: Asking, judged: dict[str, Share], traces: tuple[Trace, ...]) -> Finding:
    """With fewer sides asked than it takes to say something, it is too few to tell."""
    asked = [share for share in judged.values() if share.whole]
    well = [share for share in asked if share.part / share.whole >= asking.limit("positive")]
    if not asked:
        return Finding(Verdict.NO_DATA, 0, 0)
    if len(asked) < asking.number("partly"):
        return Finding(Verdict.TOO_FEW, len(well), len(judged), traces)
    return blocks.share(Share(len(well), len(judged)), 1, asking.number("partly") / len(judged), traces=traces)  # fmt: skip


def _answered(response: Share, answers: tuple[Trace, ...], *, enough: bool) -> Finding:
    if not response.whole:
        return Finding(Verdict.NO_DATA, 0, 0)
    return Finding(Verdict.YES if enough else Verdict.NO, response.part, response.whole, answers)


RULE = Rule(
    item="E2.4",
    limits={
        "positive": Limit(_("Share of a side that calls it a success"), Unit.SHARE),
        "partly": Limit(_("Sides from which it is partly so"), Unit.COUNT),
        "answers": Limit(_("Answers by participants that are enough"), Unit.COUNT),
        "response": Limit(_("Or the share of participants that answered"), Unit.SHARE),
    },
    parts=parts,
)
