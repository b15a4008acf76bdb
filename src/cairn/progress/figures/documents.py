"""Documents that go with the report: those of the register that came into force or were read again in the period."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.progress.figures.shape import Asking, Found, Group, Head
from cairn.progress.figures.telling import chosen, count, short
from cairn.registers.facts import records


def _find(asking: Asking) -> Found:
    since, until = asking.days
    found = [
        row
        for row in records(asking.practice, "document", until=until)
        if row["adopted_on"] >= since or (row["reviewed_on"] and since <= row["reviewed_on"] <= until)
    ]
    return Found(
        source=_(
            "The register of policies and documents: in force or read again since the first day of the period."
        ),
        values={"documents": count(len(found))},
        rows={
            "documents": [
                (
                    row["title"],
                    chosen(row, "type"),
                    row["version"] or None,
                    short(row["adopted_on"]),
                    row["address"] or None,
                )
                for row in found
            ]
        },
    )


GROUP = Group(
    key="documents",
    name=gettext_lazy("List of documents"),
    find=_find,
    figures={"documents": gettext_lazy("Documents")},
    tables={
        "documents": Head(
            gettext_lazy("Documents"),
            (
                gettext_lazy("Title"),
                gettext_lazy("What it is"),
                gettext_lazy("Version"),
                gettext_lazy("In force since"),
                gettext_lazy("Where it lies"),
            ),
        )
    },
)
