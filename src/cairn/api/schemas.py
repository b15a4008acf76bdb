"""What goes over the wire. Whole portraits and frameworks go as the shapes that the rooms share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from cairn.api.paging import Page, Window
from cairn.evidence.enums import Outcome
from cairn.frameworks.enums import Mode, TextStatus
from cairn.publications.portrait import Tally
from cairn.search.shape import Axis, Sort


class FrameworkLine(Schema):
    """A loaded framework version."""

    id: str = Field(description="Stable name.", examples=["good-practice-criteria"])
    version: str = Field(examples=["1"])
    title: str
    status: TextStatus = Field(description="Whose words the texts are in.")
    digest: str = Field(description="SHA-256 of its content, which never changes.")
    loaded_at: datetime


class PracticeOut(Schema):
    """A practice."""

    id: int
    organisation: str = Field(description="Slug of the organisation.", examples=["house-of-many-doors"])
    slug: str
    revision: int = Field(description="Grows with every change; send it back when you change something.")
    title: str
    summary: str
    objectives: str
    country: str = Field(description="ISO 3166-1 alpha-2, or empty.", examples=["BE"])
    places: list[str]
    starts_on: date | None
    ends_on: date | None
    target_groups: list[str]
    legal_statuses: list[str]
    integration_areas: list[str]
    languages: list[str]
    funding: str
    website: str
    contact: str

    @staticmethod
    def resolve_organisation(practice: Any) -> str:
        slug: str = practice.organisation.slug
        return slug


class PracticeChange(Schema):
    """What may be said of a practice. What is not sent stays as it is."""

    title: str | None = Field(None, max_length=200)
    summary: str | None = None
    objectives: str | None = None
    country: str | None = Field(None, max_length=2)
    places: list[str] | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    target_groups: list[str] | None = None
    legal_statuses: list[str] | None = None
    integration_areas: list[str] | None = None
    languages: list[str] | None = None
    funding: str | None = None
    website: str | None = Field(None, max_length=500)
    contact: str | None = None

    def said(self) -> Any:
        """What was sent, and only that. A date may be sent as null to take it back; other fields as empty text."""
        sent = self.model_dump(exclude_unset=True, include=set(PracticeChange.model_fields))
        dates = {"starts_on", "ends_on"}
        return {name: value for name, value in sent.items() if value is not None or name in dates}


class PracticeIn(PracticeChange):
    """A new practice."""

    organisation: str = Field(description="Slug of the organisation it belongs to.")
    title: str = Field(max_length=200)


class PracticeRevision(PracticeChange):
    """A change to a practice as you saw it."""

    revision: int = Field(ge=1, le=2_147_483_647, description="The revision that you saw.")


class AssessmentLine(Schema):
    """An assessment, without what it says."""

    id: int
    practice: int = Field(description="Number of the practice.")
    framework: str = Field(description="The pinned framework version.", examples=["good-practice-criteria@1"])
    mode: Mode
    language: str
    started_at: datetime
    changed_at: datetime

    @staticmethod
    def resolve_practice(assessment: Any) -> int:
        number: int = assessment.practice_id
        return number

    @staticmethod
    def resolve_framework(assessment: Any) -> str:
        return str(assessment.framework_version)


class PracticeWindow(Window):
    """Which part of a list is wanted, and of which practice."""

    practice: int = Field(0, ge=0, le=2**63 - 1, description="Number of the practice; 0 for all of them.")


class AssessmentIn(Schema):
    """The beginning of an assessment."""

    practice: int = Field(ge=1, le=2**63 - 1)
    framework: str = Field(max_length=64, examples=["good-practice-criteria"])
    version: str | None = Field(None, max_length=32, description="The newest loaded version where absent.")
    mode: Mode = Mode.SELF
    language: str = Field("en", max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class Tool(Schema):
    title: str = Field(max_length=300)
    url: str = Field("", max_length=2000)


class MarkIn(Schema):
    """A mark of one item."""

    node_id: str = Field(max_length=64, examples=["I1.1"])
    level: str | None = Field(
        None,
        max_length=64,
        description='A level of the item\'s scale, "not_applicable", or "" for not decided.',
    )
    note: str | None = None
    reason: str | None = Field(None, description="Why it differs from what the records suggest.")
    base_revision: int | None = Field(
        None,
        ge=0,
        le=2_147_483_647,
        description="The revision you saw; null writes without asking what changed since.",
    )


class MarksIn(Schema):
    """Any number of marks, saved together or not at all."""

    marks: list[MarkIn] = Field(max_length=1000)


class EntryIn(Schema):
    """What is said of one node. What is not sent stays as it is."""

    base_revision: int | None = Field(None, ge=0, le=2_147_483_647)
    level: str | None = Field(None, max_length=64)
    note: str | None = None
    reason: str | None = None
    narrative: str | None = None
    tools: list[Tool] | None = Field(None, max_length=100)
    left_out: bool | None = None
    left_out_reason: str | None = None


class ConflictOut(Schema):
    """Both sides of a field that someone else changed meanwhile; theirs stands."""

    node_id: str
    field: str
    yours: Any
    theirs: Any
    by: str
    at: datetime
    revision: int = Field(description="Say yours again on top of this revision to prefer yours.")


class AdviceOut(Schema):
    """Saved, but worth a look."""

    node_id: str
    field: str
    message: str


class SavedOut(Schema):
    """What came of saving."""

    revisions: dict[str, int] = Field(description="The revision of every node named, as it stands now.")
    conflicts: list[ConflictOut]
    advice: list[AdviceOut]


class EntryOut(Schema):
    """What is stored of one node."""

    node_id: str
    revision: int
    level: str
    note: str
    wording: str
    reason: str
    suggested: dict[str, str] = Field(
        description='What the records suggested when the mark or its reason was set: outcome, strength, on, and seen_by "nobody" for a mark that came with a document; empty where unknown.'
    )
    narrative: str
    tools: list[Tool]
    left_out: bool
    left_out_reason: str


class EvidenceOut(Schema):
    """What the practice's records say of one item today. It suggests; a person marks."""

    item: str
    outcome: Outcome
    strength: int = Field(
        description="0 nothing, 1 told, 2 counted, 3 counted and confirmed from a second side."
    )
    newest: date | None = Field(description="Day of the newest record that contributes.")
    stale: bool = Field(description="Whether that is too old, which makes it one level weaker.")
    stale_on: date | None = Field(description="From which day it is, unless something newer comes.")
    suggests: str | None = Field(
        description="The level that a person could accept; null where none is suggested."
    )
    differs: bool = Field(description="Whether the mark says something else.")


class ChangeOut(Schema):
    """One change in an assessment's history."""

    id: int
    node_id: str
    revision: int
    before: dict[str, Any]
    after: dict[str, Any]
    by: str
    at: datetime
    undoes: int | None = Field(description="Number of the change that this one took back.")

    @staticmethod
    def resolve_by(change: Any) -> str:
        return str(change.by)

    @staticmethod
    def resolve_undoes(change: Any) -> int | None:
        number: int | None = change.undoes_id
        return number


class ScoreOut(Schema):
    """How the whole and each part stand."""

    whole: Tally
    parts: dict[str, Tally] = Field(description="By node id.")


class PublicationLine(Schema):
    """A published edition, without its text."""

    slug: str
    edition: int
    title: str
    organisation: str
    digest: str = Field(description="SHA-256 of the frozen text.")
    published_at: datetime

    @staticmethod
    def resolve_slug(publication: Any) -> str:
        slug: str = publication.practice.slug
        return slug


class Narrowing(Schema):
    """What narrows the published practices down: any of one facet's codes, all of the facets."""

    country: list[str] = Field([], description="ISO 3166-1 alpha-2.")
    target_group: list[str] = Field([], description="Who takes part.")
    legal_status: list[str] = Field([], description="Their legal status.")
    integration_area: list[str] = Field([], description="Areas of integration.")
    framework: list[str] = Field([], description="By which it was judged.")
    language: list[str] = Field([], description="BCP 47 tags.")
    criterion: list[str] = Field([], description="In which it stands out.")
    organisation: list[str] = Field([], description="Slugs.")
    since: int | None = Field(None, ge=1900, le=2100, description="First year, included.")
    until: int | None = Field(None, ge=1900, le=2100, description="Last year, included.")
    sort: Sort | None = Field(None, description="By relevance where there are words, else the newest first.")

    def facets(self) -> dict[Axis, frozenset[str]]:
        """What was chosen; no code holds a NUL, which some databases refuse."""
        said = {axis: getattr(self, axis.value) for axis in Axis}
        return {
            axis: frozenset(code.replace("\0", "") for code in codes) for axis, codes in said.items() if codes
        }


class FacetCount(Schema):
    """A code, and how many would be found with it."""

    code: str
    count: int


class FoundPage(Page[PublicationLine]):
    """Part of what was found, and how it could be narrowed further."""

    read_as: str = Field(description="Words searched in place of mistyped ones; empty where none were.")
    facets: dict[Axis, list[FacetCount]] = Field(
        description="Per facet, each counted as if nothing of it had been chosen."
    )


class Reason(Schema):
    reason: str = Field(min_length=1, max_length=2000, description="Shown in the place of the page.")


class TokenLine(Schema):
    """A key for programs. Its secret was shown once, when it was made."""

    id: int
    name: str
    made_at: datetime
    used_on: date | None
    expires_at: datetime | None


class ReadItem(Schema):
    id: str
    mark: str
    level: str
    text: str
    matched_by: str | None
    confidence: float
    note: str


class ReadQuestion(Schema):
    id: str
    text: str
    narrative: str
    tools: list[Tool]
    items: list[ReadItem]


class ReadLine(Schema):
    text: str
    page: int | None
    mark: str | None


class ReadDocument(Schema):
    """What a document says, as `./cairn read --json` prints it."""

    framework: str
    version: str
    language: str
    practice: dict[str, str]
    questions: list[ReadQuestion]
    unmatched: list[ReadLine] = Field(description="Lines that belong to nothing in the framework.")
    notes: list[str]
    summary: dict[str, int] = Field(description="How many items stand where.")


class ComparedPractice(Schema):
    """One of the practices that are compared."""

    slug: str
    title: str
    organisation: str
    framework: str = Field(description="`id@version`.", examples=["good-practice-criteria@1"])
    met: int
    decided: int = Field(description="Items met, partly met or not met; the rest counts on neither side.")


class ComparedItem(Schema):
    """One item in all practices."""

    id: str
    text: str
    criterion: str
    differs: bool
    marks: list[str] = Field(
        description="How it stands in each practice, in their order; `left_out` and `not_asked` where it has no mark."
    )


class ComparisonOut(Schema):
    """Published practices side by side."""

    problems: list[str] = Field(description="What was asked for and is not shown, each in a sentence.")
    practices: list[ComparedPractice]
    items: list[ComparedItem]
