"""R3.1: everything that is done keeps to human rights; two people look and sign, and records speak for or against it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, should, traced, veto
from cairn.evidence.enums import Weight
from cairn.evidence.rows import read_again
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants import facts as participants
from cairn.participants.counting import Share

ASKED = ("free", "unconditional", "consent", "complaints", "nobody_left_out")
CHECK = Task(_("Go through the check of human rights, sign it, and let a second person read it"), "record_new", ("rights_checklist",))  # fmt: skip
CONSENT = Task(_("Ask for consents that are missing or have run out"), "participants")
CONDUCT = Task(_("Let each colleague sign the code of conduct, and note the day"), "register", ("staff_member",))  # fmt: skip
POLICY = Task(_("Say in a document that help does not depend on working with the police"), "record_new", ("document",))  # fmt: skip
DATA = Task(_("Read the data protection impact assessment again"), "register", ("document",))


def parts(asking: Asking) -> Iterator[Part]:
    """The statement is the check itself, because two people stand for it: nothing else can support the item."""
    checks = [row for row in asking.records.rows("rights_checklist") if row.is_open]
    lately = {row.id for row in asking.records.lately("rights_checklist", asking.number("months"))}
    kept = [row for row in checks if row.id in lately and row["second_reader"] and all(row[name] for name in ASKED)]  # fmt: skip
    documents = [row for row in asking.records.rows("document") if row.is_open]
    staff = [row for row in asking.records.rows("staff_member") if row.is_open]
    bound = [row for row in staff if row["declaration_on"]]
    consents = asking.records.once(participants.consent_coverage, asking.practice.pk, asking.today)
    incidents = [row for row in asking.records.rows("incident") if row["seriousness"] in {"serious", "grave"}]
    overdue = [row for row in incidents if row.is_open and row.due_on and row.due_on < asking.today]
    conditional = [row for row in (*checks, *documents) if row["unconditional"] is False]
    free = [row for row in documents if row["unconditional"]]
    data = read_again(row for row in documents if row["type"] == "data")
    yield Part(
        "checked",
        Weight.STATEMENT,
        _("One person signed the check of human rights and a second read it, and it asks for nothing more"),
        blocks.exists(traced(kept)),
        () if kept else (CHECK,),
    )
    yield should("consent", _("All who take part have consents that hold"), blocks.share(consents, 1), CONSENT)  # fmt: skip
    yield should("conduct", _("All staff signed the code of conduct"), blocks.share(Share(len(bound), len(staff)), 1, traces=traced(bound)), CONDUCT)  # fmt: skip
    yield should("policy", _("A document says that help does not depend on working with the police"), blocks.exists(traced(free)), POLICY)  # fmt: skip
    yield should("data", _("The data protection impact assessment was read again in time"), blocks.reviewed(data, asking.today, asking.number("months")), DATA)  # fmt: skip
    yield veto("overdue", _("A serious incident is past the day by which it was to be settled"), blocks.absent(traced(overdue)))  # fmt: skip
    yield veto("conditional", _("A record says that help depends on working with the police"), blocks.absent(traced(conditional)))  # fmt: skip


RULE = Rule(
    item="R3.1",
    limits={
        "months": Limit(_("Months within which check and impact assessment are done again"), Unit.MONTHS)
    },
    parts=parts,
)
