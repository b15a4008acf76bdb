from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.registers.shape import TEAM, Field, Group, Kind, Life, Sort, Words

if TYPE_CHECKING:
    from cairn.practices.models import Practice


def two_people(values: Mapping[str, Any], _practice: Practice) -> Mapping[str, Words]:
    """A second pair of eyes is somebody else's."""
    same = values["signed_by"] is not None and values["signed_by"] == values["second_reader"]
    return {"second_reader": _("Someone else has to read it, not who signed it.")} if same else {}


KIND = Kind(
    key="rights_checklist",
    name=_("Check of human rights"),
    plural=_("Checks of human rights"),
    purpose=_(
        "Go through what people’s rights ask of the practice once a year, sign it, and let a second person read it."
    ),
    group=Group.DELIVERY,
    life=Life.USE,
    title="title",
    happened="signed_on",
    due="review_by",
    early=True,
    check=two_people,
    columns=("signed_by", "second_reader"),
    fields=(
        Field(
            "title",
            _("Which check"),
            Sort.TEXT,
            TEAM,
            required=True,
            help=_("For example: rights check 2026."),
        ),
        Field("signed_on", _("Signed on"), Sort.DATE, TEAM, required=True),
        Field("signed_by", _("Who signed it"), Sort.PERSON, TEAM, required=True),
        Field("second_reader", _("Who read it as a second person"), Sort.PERSON, TEAM),
        Field("standards", _("By which standards"), Sort.LINKS, TEAM, to=("standard",)),
        Field("free", _("Taking part is free, and can be ended without a loss"), Sort.YESNO, TEAM),
        Field("unconditional", _("Help does not depend on working with the police"), Sort.YESNO, TEAM),
        Field("consent", _("Consents are separate, understood and still valid"), Sort.YESNO, TEAM),
        Field("complaints", _("Everyone knows how to complain safely"), Sort.YESNO, TEAM),
        Field("nobody_left_out", _("Nobody is left out for what they are"), Sort.YESNO, TEAM),
        Field("remarks", _("What is to be better"), Sort.LONG, TEAM),
        Field("review_by", _("Sign it anew by"), Sort.DATE, TEAM),
    ),
)
