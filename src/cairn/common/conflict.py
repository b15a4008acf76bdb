"""Two people changed the same thing at once."""

from typing import Any


class Conflict(Exception):  # a conflict is no error: it is shown to the person, who decides
    """Nothing was written. `theirs` is what stands now, `fields` names what differs from what was to be written."""

    def __init__(self, theirs: Any, fields: tuple[str, ...] = ()) -> None:
        super().__init__("Someone else changed this meanwhile.")
        self.theirs = theirs
        self.fields = fields
