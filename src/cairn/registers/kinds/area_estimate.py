from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def in_order(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    least, most = values["least"], values["most"]
    return (
        {"most": _("This is less than the lower figure.")}
        if None not in {least, most} and most < least
        else {}
    )


KIND = Kind(
    key="area_estimate",
    name=_("Estimate of the group"),
    plural=_("Estimates of the group"),
    purpose=_("Say how many people in your area the practice could be for, and who says so."),
    group=Group.LEARNING,
    life=Life.USE,
    title="area",
    happened="as_of",
    due="renew_by",
    early=True,
    check=in_order,
    columns=("least", "most", "source"),
    fields=(
        Field("area", _("Area and group"), Sort.TEXT, TEAM, required=True),
        Field("as_of", _("As of"), Sort.DATE, TEAM, required=True),
        Field("least", _("At least"), Sort.WHOLE, TEAM, required=True),
        Field("most", _("At most"), Sort.WHOLE, TEAM),
        Field("source", _("Source"), Sort.TEXT, TEAM, required=True),
        Field("method", _("How it was estimated"), Sort.LONG, TEAM),
        Field("address", _("Where it can be read"), Sort.URL, TEAM),
        Field("renew_by", _("Look for a newer one by"), Sort.DATE, TEAM),
    ),
)
