"""The words of the templates that come with Cairn: they are translated, so that a template names a section by its key alone."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    title: str | Promise
    help: str | Promise = ""


NAMES: dict[str, Words] = {
    "six-monthly": Words(
        _("Six-monthly report"), _("Figures, words and budget of half a year, as most funders ask for them.")
    ),
    "quarterly": Words(_("Short quarterly report"), _("A page or two: people, sessions, risks and money.")),
}
"""Of each template that comes with Cairn."""

SECTIONS: dict[str, Words] = {
    "grant": Words(_("Period, grant and partners"), _("Who works together, and what changed among you since the last report.")),
    "summary": Words(_("Summary"), _("In a few sentences: what was reached, what was difficult, what comes next.")),
    "objectives": Words(_("Objectives"), _("What the figures mean: what went well, what is behind and what you do about it.")),
    "people": Words(_("People reached"), _("Whom you reached and whom you did not. Name nobody, and no small group by which somebody could be recognised.")),
    "activities": Words(_("Activities"), _("What was offered, and what you did otherwise than planned.")),
    "satisfaction": Words(_("Satisfaction"), _("What people said, and what you changed because of it.")),
    "deviations": Words(_("Deviations, risks and incidents"), _("What went otherwise than planned, why, and what you do about it. Name nobody.")),
    "partners": Words(_("Partners, communication and policy"), _("What came of meetings, and who heard of the practice.")),
    "sustainability": Words(_("What stays when the grant ends"), _("Money, services and use by others after the grant.")),
    "following": Words(_("The next period"), _("What you plan, and what you need for it.")),
    "budget": Words(_("Annex: budget and staff time"), _("What explains the figures.")),
    "documents": Words(_("Annex: list of documents")),
}  # fmt: skip
