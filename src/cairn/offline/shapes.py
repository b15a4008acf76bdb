"""What our own pages send once there is a network again. Whatever does not fit is refused before anything is looked up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from cairn.needs.enums import Domain
from cairn.offline.enums import Kind

NUMBER = 2_147_483_647
"""The largest whole number that every database holds."""
Id = Annotated[int, Field(ge=0, le=NUMBER)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Attendance(Strict):
    """The sheet of one session, as it was seen (`revision`) and filled in."""

    session: Id
    revision: Id
    said: dict[UUID, tuple[str, str, bool]]
    """By participant: presence, reason, whether they left early."""
    staff: dict[Id, bool | None] = {}
    newcomers: str = Field("", max_length=2_000)
    """Codes as they were typed."""
    hours: Annotated[Decimal, Field(ge=0, le=24, decimal_places=2)] | None = None
    capacity: Annotated[int, Field(ge=0, lt=10_000)] | None = None
    """Raises the places first, where somebody saw that they do not suffice."""


class Found(Strict):
    """What is said of one domain."""

    answer: str
    source: str = ""
    note: str = ""
    need: UUID | None = None


class Talk(Strict):
    """One talk about needs, whole."""

    participant: UUID
    assessed_on: date
    place: str = ""
    with_interpreter: bool | None = None
    note: str = ""
    said: dict[Domain, list[Found]]


class _Sent(Strict):
    uuid: UUID
    person: Id
    """Who wrote it; only they can send it."""


class SentAttendance(_Sent):
    kind: Literal[Kind.ATTENDANCE]
    payload: Attendance


class SentTalk(_Sent):
    kind: Literal[Kind.NEEDS]
    payload: Talk


class Sent(BaseModel):
    """`{"sent": {"uuid", "person", "kind", "payload"}}`"""

    sent: Annotated[SentAttendance | SentTalk, Field(discriminator="kind")]
