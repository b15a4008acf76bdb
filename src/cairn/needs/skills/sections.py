"""The sections of the grid, in the order in which they are asked. Their purposes are those of the EU Skills Profile Tool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from cairn.needs.skills import choices
from cairn.needs.skills.shape import Field, Section, Sort, Words

SEALED_HELP = _("Sealed: only who works with this person can read it.")
OF_LANGUAGE = ("listening", "reading", "spoken_interaction", "spoken_production", "writing")
"""The five skills of the Common European Framework of Reference."""


def _language(said: Mapping[str, Any]) -> Mapping[str, Words]:
    if said["first"] or any(said[key] for key in OF_LANGUAGE):
        return {}
    return {"first": _("Say that it is the mother tongue, or give a level for at least one skill.")}


def _skill(said: Mapping[str, Any]) -> Mapping[str, Words]:
    if said["licence"] and said["kind"] != "driving":
        return {"licence": _("Only with driving: choose driving above, or leave this empty.")}
    if not said["what"] and said["kind"] == "other":
        return {"what": _("Say what it is.")}
    return {}


PERSONAL = Section(
    "personal",
    _("About the person"),
    _("Only what is needed for work. No name, no address, nothing of what was done to the person."),
    (
        Field(
            "situation",
            _("What the person does at the moment"),
            Sort.CHOICE,
            choices.SITUATION,
            required=True,
        ),
        Field(
            "may_work",
            _("May the person work?"),
            Sort.CHOICE,
            choices.MAY_WORK,
            sealed=True,
            help=SEALED_HELP,
        ),
        Field("since", _("In this country since (year)"), Sort.YEAR, sealed=True, help=SEALED_HELP),
        Field("interpreter", _("Needs an interpreter where work is talked about"), Sort.YESNO),
    ),
    title="situation",
)
LANGUAGES = Section(
    "languages",
    _("Languages"),
    _(
        "Ask for every language, also those that the person only understands. Reading and writing are asked apart."
    ),
    (
        Field("language", _("Language"), Sort.LANGUAGE, required=True),
        Field("first", _("Mother tongue"), Sort.YESNO),
        Field("listening", _("Listening"), Sort.CHOICE, choices.CEFR),
        Field("reading", _("Reading"), Sort.CHOICE, choices.CEFR),
        Field("spoken_interaction", _("Taking part in conversation"), Sort.CHOICE, choices.CEFR),
        Field("spoken_production", _("Speaking on one’s own"), Sort.CHOICE, choices.CEFR),
        Field("writing", _("Writing"), Sort.CHOICE, choices.CEFR),
        Field("certificate", _("There is a certificate"), Sort.YESNO),
    ),
    title="language",
    add=_("Add a language"),
    check=_language,
)
EDUCATION = Section(
    "education",
    _("School and training"),
    _(
        "Every school and course, also what was not finished. Say whether the diploma is at hand: without it, recognition takes longer."
    ),
    (
        Field("level", _("Level"), Sort.CHOICE, choices.ISCED, required=True),
        Field("subject", _("In what"), Sort.TEXT, sealed=True, help=SEALED_HELP),
        Field("finished", _("Finished?"), Sort.CHOICE, choices.FINISHED),
        Field("year", _("Year in which it ended"), Sort.YEAR),
        Field("country", _("Country"), Sort.COUNTRY, sealed=True, help=SEALED_HELP),
        Field("recognised", _("Recognised here?"), Sort.CHOICE, choices.RECOGNISED),
        Field("diploma", _("Diploma"), Sort.CHOICE, choices.DIPLOMA),
    ),
    title="level",
    add=_("Add a school or course"),
    nothing=_("No school or course"),
)
WORK = Section(
    "work",
    _("Work experience"),
    _("Paid or not, with a contract or without: work in the family, in the field or on the market counts."),
    (
        Field("occupation", _("Occupation"), Sort.OCCUPATION, required=True),
        Field("tasks", _("What the person did there"), Sort.LONG, sealed=True, help=SEALED_HELP),
        Field("years", _("For how many years"), Sort.NUMBER),
        Field("until", _("Last year of it"), Sort.YEAR),
        Field("country", _("Country"), Sort.COUNTRY, sealed=True, help=SEALED_HELP),
        Field("informal", _("Without a contract, in the family or on one’s own"), Sort.YESNO),
    ),
    title="occupation",
    add=_("Add work experience"),
    nothing=_("No work experience"),
)
SKILLS = Section(
    "skills",
    _("Skills"),
    _(
        "What the person can do, wherever they learnt it. Ask what they do at home and what others ask them to help with."
    ),
    (
        Field("kind", _("Kind of skill"), Sort.CHOICE, choices.SKILL, required=True),
        Field("what", _("What exactly"), Sort.TEXT, sealed=True, help=SEALED_HELP),
        Field("licence", _("Driving licence"), Sort.CHOICES, choices.LICENCE),
        Field("learnt", _("Where it was learnt"), Sort.CHOICES, choices.LEARNT),
        Field("level", _("How well"), Sort.CHOICE, choices.LEVEL),
        Field("known", _("How this is known"), Sort.CHOICE, choices.KNOWN),
    ),
    title="kind",
    add=_("Add a skill"),
    check=_skill,
)
EXPECTATIONS = Section(
    "expectations",
    _("Expectations"),
    _("What the person hopes for. Sectors and professions stand under the wishes for work."),
    (
        Field("words", _("In the person’s words"), Sort.LONG, sealed=True, help=SEALED_HELP),
        Field("hours", _("How much work"), Sort.CHOICE, choices.HOURS, required=True),
        Field("times", _("When the person can work"), Sort.CHOICES, choices.TIMES),
        Field("start", _("When the person can start"), Sort.CHOICE, choices.START),
        Field("travel", _("How far the person can travel to work"), Sort.CHOICE, choices.TRAVEL),
        Field("training", _("Would learn something first"), Sort.YESNO),
        Field("business", _("Wants a business of their own"), Sort.YESNO),
    ),
    title="hours",
)
BARRIERS = Section(
    "barriers",
    _("What stands in the way"),
    _("All of it is sealed. Say also what would help; nothing of what was done to the person."),
    (
        Field("kind", _("Kind of barrier"), Sort.CHOICE, choices.BARRIER, sealed=True, required=True),
        Field("words", _("In short words"), Sort.LONG, sealed=True),
        Field("help", _("What would help"), Sort.LONG, sealed=True),
    ),
    title="kind",
    add=_("Add a barrier"),
    nothing=_("Nothing stands in the way"),
)
NEXT = Section(
    "next",
    _("Next steps"),
    _("What the adviser recommends and the person agrees to. Goals with numbers and days belong to the work plan."),
    (
        Field("step", _("Step"), Sort.CHOICE, choices.STEP, required=True),
        Field("words", _("What is recommended"), Sort.LONG, sealed=True, help=SEALED_HELP),
        Field("agreed", _("The person agrees"), Sort.YESNO),
        Field("by", _("By when"), Sort.DATE),
        Field("done", _("Done on"), Sort.DATE),
    ),
    title="step",
    add=_("Add a next step"),
)  # fmt: skip

SECTIONS: dict[str, Section] = {
    section.key: section
    for section in (PERSONAL, LANGUAGES, EDUCATION, WORK, SKILLS, EXPECTATIONS, BARRIERS, NEXT)
}
SINGLE = [section.key for section in SECTIONS.values() if not section.several]
"""Sections with one entry at most."""
