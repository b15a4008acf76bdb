"""Languages of people, and what they consented to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.languages import language_name, language_tag
from cairn.participants.enums import About, Answer, Reads, Script, Speaks
from cairn.participants.lists.reading import CODE, WORK, check, choices_of, found, judged, kept, own, revised
from cairn.participants.models import Consent, Language, Participant
from cairn.people.models import Person
from cairn.practices.models import Practice
from cairn.sheets.shape import Change, Column, Judged, Kind, Row, Table, Value

HOW = ("script", "speaks", "reads", "interpreter")
LANGUAGE = (
    CODE,
    Column("language", gettext_lazy("Language"), required=True, help=gettext_lazy("Its name, or its tag such as “ti”.")),
    Column("speaks", gettext_lazy("Speaking"), Kind.CHOICE, choices=choices_of(Speaks.choices)),
    Column("reads", gettext_lazy("Reading and writing"), Kind.CHOICE, choices=choices_of(Reads.choices)),
    Column("script", gettext_lazy("Script"), Kind.CHOICE, choices=choices_of(Script.choices)),
    Column("interpreter", gettext_lazy("Wants an interpreter into it"), Kind.CHOICE, choices=choices_of(Answer.choices)),
)  # fmt: skip
CONSENT = (
    CODE,
    Column("about", gettext_lazy("About"), Kind.CHOICE, required=True, choices=About.choices),
    Column("given", gettext_lazy("Given"), Kind.YES_NO, required=True, help=gettext_lazy("No where it was refused.")),
    Column("decided_on", gettext_lazy("Decided on"), Kind.DATE, required=True),
    Column("expires_on", gettext_lazy("Holds until"), Kind.DATE),
    Column("language", gettext_lazy("Language in which it was explained"), required=True),
    Column("interpreter", gettext_lazy("An interpreter was present"), Kind.CHOICE, choices=choices_of(Answer.choices)),
    Column("withdrawn_on", gettext_lazy("Withdrawn on"), Kind.DATE, taken_in=False),
)  # fmt: skip


def _tag(row: Row) -> str:
    said = str(row.values["language"])
    tag = language_tag(said.strip())
    if tag is None:
        raise ValidationError({"language": _("We do not know this: %(cell)s") % {"cell": said[:100]}})
    return tag


def _language_rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    people = list(own(practice, person).values())
    for one in Language.objects.filter(participant__in=people).select_related("participant"):
        told = {name: getattr(one, name) or None for name in HOW}
        yield {"code": one.participant.code, "language": language_name(one.tag), **told}


def _judge_languages(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    people = own(practice, person)
    there = {
        (one.participant_id, one.tag): one
        for one in Language.objects.filter(participant__in=list(people.values()))
    }
    seen = set[tuple[Any, str]]()

    def weigh(row: Row) -> Iterator[Change]:
        participant, tag = found(row, people), _tag(row)
        key = (participant.pk, tag)
        if key in seen:
            raise ValidationError({"language": _("A row above says this of the person already.")})
        seen.add(key)
        if key in there:
            there[key].participant = participant
            yield from revised(row, there[key], HOW, practice)
            return
        said: dict[str, Any] = {name: row.values.get(name) or "" for name in HOW}
        language = Language(participant=participant, tag=tag, **said)
        check(language, practice)
        yield Change(row.number, language)

    return judged(rows, weigh)


def _consents(people: Mapping[str, Participant]) -> list[Consent]:
    found = Consent.objects.filter(participant__in=list(people.values()))
    return list(found.select_related("participant").order_by("decided_on", "made_at"))


def _consent_rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    for one in _consents(own(practice, person)):
        yield {
            "code": one.participant.code,
            "language": language_name(one.language),
            "interpreter": one.interpreter or None,
            **{name: getattr(one, name) for name in ("about", "given", "decided_on", "expires_on", "withdrawn_on")},
        }  # fmt: skip


def _judge_consents(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    people = own(practice, person)
    there = {_decision(one): (one.given, one.expires_on) for one in _consents(people)}

    def weigh(row: Row) -> Iterator[Change]:
        participant, tag = found(row, people), _tag(row)
        said: dict[str, Any] = dict(row.values) | {"language": tag}
        consent = Consent(
            participant=participant,
            **{name: said.get(name) for name in ("about", "given", "decided_on", "expires_on", "language")},
            interpreter=said.get("interpreter") or "",
        )
        stands = there.get(_decision(consent))
        if stands == (consent.given, consent.expires_on):
            return
        _check_consent(consent, practice, known=stands is not None)
        there[_decision(consent)] = (consent.given, consent.expires_on)
        yield Change(row.number, consent)

    return judged(rows, weigh)


def _decision(consent: Consent) -> tuple[Any, str, date]:
    return consent.participant_id, consent.about, consent.decided_on


def _check_consent(consent: Consent, practice: Practice, *, known: bool) -> None:
    if known and consent.about != About.SHARING:
        raise ValidationError(
            {
                "given": _(
                    "A decision of that day is there already and reads otherwise. It can be withdrawn, on the person’s page."
                )
            }
        )
    if consent.about == About.SHARING:
        raise ValidationError(
            {
                "about": _(
                    "With whom something is shared is sealed and does not come in a sheet. Enter it on the person’s page."
                )
            }
        )
    if consent.expires_on and (not consent.given or consent.expires_on < consent.decided_on):
        raise ValidationError(
            {"expires_on": _("A consent holds until a day after it was given; a refusal does not end.")}
        )
    check(consent, practice)


LANGUAGES = Table(
    "languages", gettext_lazy("Languages of participants"), LANGUAGE, (), _language_rows, _judge_languages,
    on_people=True, needs=WORK, lift=kept,
)  # fmt: skip
CONSENTS = Table(
    "consents", gettext_lazy("Consents"), CONSENT, (), _consent_rows, _judge_consents,
    on_people=True, needs=WORK, lift=kept,
)  # fmt: skip
