from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def until_after_from(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    begins, ends = values["from_on"], values["until_on"]
    return {"until_on": _("It cannot end before it begins.")} if begins and ends and ends < begins else {}


KIND = Kind(
    key="funding",
    name=_("Funding"),
    plural=_("Funding"),
    purpose=_("List who pays for the practice and until when, also beyond the present grant."),
    group=Group.PARTNERS,
    life=Life.USE,
    title="title",
    happened="noted_on",
    early=True,
    check=until_after_from,
    columns=("type", "certainty", "amount", "currency", "until_on"),
    fields=(
        Field("title", _("Source"), Sort.TEXT, TEAM, required=True),
        Field("funder", _("On the map of stakeholders"), Sort.LINK, TEAM, to=("stakeholder",)),
        Field(
            "type",
            _("What sort"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("grant", _("grant")),
                ("service", _("regular public funding")),
                ("own", _("own means")),
                ("gift", _("donation")),
                ("kind", _("in kind")),
            ),
        ),
        Field(
            "certainty",
            _("How certain"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(("asked", _("asked for")), ("promised", _("promised")), ("signed", _("signed"))),
        ),
        Field("noted_on", _("As of"), Sort.DATE, TEAM, required=True),
        Field("amount", _("Amount"), Sort.DECIMAL, TEAM),
        Field("currency", _("Currency"), Sort.TEXT, TEAM, help=_("Three letters, such as EUR.")),
        Field("from_on", _("Pays from"), Sort.DATE, TEAM),
        Field("until_on", _("Pays until"), Sort.DATE, TEAM),
    ),
)
