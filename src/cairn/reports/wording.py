"""What every format says in the same words: facts of the practice, marks, results, and how it was judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cairn.evidence.enums import Strength
from cairn.frameworks.enums import Mode, Standing, TextStatus
from cairn.publications.portrait import Labelled, MarkPortrait, Portrait, Tally, digest_of, to_text
from cairn.publications.telling import EVIDENCE

GLYPHS = {
    Standing.MET: "✓",
    Standing.PARTLY: "◐",
    Standing.NOT_MET: "–",
    Standing.NOT_APPLICABLE: "○",
    Standing.UNKNOWN: "?",
}
# Characters that neither XML nor people can read.
_unreadable = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about the practice. `key` names it for machines and never changes."""

    key: str
    label: str
    value: str


def clean(text: str) -> str:
    return _unreadable.sub("", text)


def direction(language: str) -> str:
    """Which way the writing runs: "ltr" or "rtl"."""
    return "rtl" if language.split("-", maxsplit=1)[0] in settings.LANGUAGES_BIDI else "ltr"


def practice_facts(portrait: Portrait) -> tuple[Fact, ...]:
    """Everything known of the practice, in the order of a good practice page; what is unknown is not there."""
    practice = portrait.practice
    rows = (
        Fact("title", _("Title"), practice.title),
        Fact("organisation", _("Organisation"), practice.organisation),
        Fact("country", _("Country"), practice.country.label if practice.country else ""),
        Fact("places", _("Places"), _listed(practice.places)),
        Fact("starts_on", _("Starts"), day(practice.starts_on)),
        Fact("ends_on", _("Ends"), day(practice.ends_on)),
        Fact("contact", _("Contact"), practice.contact),
        Fact("website", _("Website"), practice.website),
        Fact("funding", _("Funding"), practice.funding),
        Fact("target_groups", _("Who takes part"), _labels(practice.target_groups)),
        Fact("legal_statuses", _("Their legal status"), _labels(practice.legal_statuses)),
        Fact("integration_areas", _("Areas of integration"), _labels(practice.integration_areas)),
        Fact("languages", _("Languages"), _labels(practice.languages)),
        Fact("objectives", _("Objectives"), practice.objectives),
        Fact("summary", _("Summary"), practice.summary),
    )
    return tuple(Fact(fact.key, fact.label, clean(fact.value)) for fact in rows if fact.value)


def day(on: date | None) -> str:
    return date_format(on, "j F Y", use_l10n=False) if on else ""


def mark_word(mark: MarkPortrait) -> str:
    """The scale's own word where the mark has one, else what it says in the five shared states."""
    return clean(mark.label) or str(mark.standing.label)


def mark_text(mark: MarkPortrait) -> str:
    """A sign and a word: neither colour nor the sign alone carries the meaning."""
    return f"{GLYPHS[mark.standing]} {mark_word(mark)}"


def carried(mark: MarkPortrait) -> str:
    """How strong the evidence of a mark was and of which month; empty where the edition does not say it."""
    found = mark.evidence
    if not found:
        return ""
    words = _("Strength %(level)s of 3: %(label)s") % {
        "level": found.strength,
        "label": Strength(found.strength).label,
    }
    return f"{strength_sign(found.strength)} {words} · {month(found.first_day)}"


def strength_sign(strength: int) -> str:
    return "●" * strength + "○" * (3 - strength)


def month(on: date) -> str:
    return date_format(on, "F Y", use_l10n=False)


def counted(tally: Tally) -> tuple[tuple[Standing, int], ...]:
    """How many items stand where, in the order in which marks are always told."""
    return (
        (Standing.MET, tally.met),
        (Standing.PARTLY, tally.partly),
        (Standing.NOT_MET, tally.not_met),
        (Standing.NOT_APPLICABLE, tally.not_applicable),
        (Standing.UNKNOWN, tally.unknown),
    )


def result(tally: Tally) -> str:
    """What the counts come to, as one or more whole sentences; never a "no" where something is only unknown."""
    sentences = [_met_of_judged(tally)]
    if tally.left_out:
        sentences.append(
            ngettext("%(count)s item was left out.", "%(count)s items were left out.", tally.left_out)
            % {"count": tally.left_out}
        )
    if tally.unknown:
        sentences.append(
            ngettext("%(count)s item is not decided.", "%(count)s items are not decided.", tally.unknown)
            % {"count": tally.unknown}
        )
    if tally.vetoed_by:
        sentences.append(_("This fails because of: %(items)s.") % {"items": ", ".join(tally.vetoed_by)})
    return " ".join([*sentences, passed(tally)]).strip()


def passed(tally: Tally) -> str:
    """What the framework's own pass rule says; empty where there is none or it cannot be said yet."""
    if tally.passed is None:
        return ""
    return (
        _("By the framework's own rule this is passed.")
        if tally.passed
        else _("By the framework's own rule this is not passed.")
    )


def share(tally: Tally) -> str:
    """Points had of points to be had, as a whole percentage rounded down, so that 100% means all."""
    return "" if tally.share is None else f"{int(tally.share * 100 + 1e-9)}%"


def about(portrait: Portrait) -> tuple[Fact, ...]:
    """How it was judged, by whose criteria, and how to know that nothing was changed since."""
    framework = portrait.framework
    rows = (
        Fact("framework", _("Criteria"), _("%(title)s, version %(version)s") % _title_and_version(portrait)),
        Fact("source", _("Source of the criteria"), framework.source),
        Fact("licence", _("Licence of the criteria"), framework.licence),
        Fact("status", _("Wording of the criteria"), str(TextStatus(framework.status).label)),
        Fact("completeness", _("Please note"), framework.completeness),
        Fact("translation", _("Translation"), framework.translation),
        Fact("mode", _("Kind of assessment"), str(Mode(portrait.mode).label)),
        Fact("evidence", _("Evidence"), str(EVIDENCE) if portrait.shows_evidence else ""),
        Fact("assessed_on", _("Last changed"), day(portrait.assessed_on)),
        Fact("digest", pgettext("of a text", "Fingerprint (SHA-256)"), digest_of(to_text(portrait))),
    )
    return tuple(Fact(fact.key, fact.label, clean(fact.value)) for fact in rows if fact.value)


def _title_and_version(portrait: Portrait) -> dict[str, str]:
    return {"title": portrait.framework.title, "version": portrait.framework.version}


def _met_of_judged(tally: Tally) -> str:
    if not tally.judged:
        return _("Nothing has been judged yet.")
    return ngettext(
        "%(met)s of %(judged)s item that counts is met.",
        "%(met)s of %(judged)s items that count are met.",
        tally.judged,
    ) % {"met": tally.met, "judged": tally.judged}


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _labels(labelled: tuple[Labelled, ...]) -> str:
    return _listed(tuple(one.label for one in labelled))
