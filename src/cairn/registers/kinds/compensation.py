from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def no_more_than_offered(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    """Who was offered something took it, declined it, or has not answered yet."""
    answered = (values["paid"] or 0) + (values["declined"] or 0)
    if values["offered"] is not None and answered > values["offered"]:
        return {"paid": _("More people took or declined it than it was offered to.")}
    return {}


KIND = Kind(
    key="compensation",
    name=_("Compensation"),
    plural=_("Compensation"),
    purpose=_(
        "Record what people who contributed were offered for it, and whether they took it or declined."
    ),
    group=Group.COMMUNITY,
    title="type",
    happened="given_on",
    part_of="consultation",
    check=no_more_than_offered,
    columns=("source", "offered", "paid", "declined"),
    fields=(
        Field(
            "type",
            _("What was offered"),
            Sort.CHOICE,
            TEAM,
            required=True,
            choices=(
                ("money", _("money")),
                ("voucher", _("voucher")),
                ("travel", _("travel")),
                ("childcare", _("childcare")),
                ("meal", _("meal")),
                ("certificate", _("certificate")),
            ),
        ),
        Field("source", _("For what"), Sort.LINK, TEAM, to=("consultation", "meeting", "community_action")),
        Field("given_on", _("Day"), Sort.DATE, TEAM, required=True),
        Field("offered", _("Offered to how many people"), Sort.WHOLE, TEAM, required=True),
        Field("paid", _("Taken by how many"), Sort.WHOLE, TEAM),
        Field("declined", _("Declined by how many"), Sort.WHOLE, TEAM),
        Field("amount", _("Amount in all"), Sort.DECIMAL, TEAM),
        Field("currency", _("Currency"), Sort.TEXT, TEAM, help=_("Three letters, such as EUR.")),
    ),
)
