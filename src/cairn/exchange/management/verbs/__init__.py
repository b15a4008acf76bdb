"""What `./cairn frameworks VERB` can do: one file per verb with HELP, `arguments(parser)` and `run(options) -> Answer`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb says: text or a file's content, and the exit code."""

    content: str | bytes
    code: int = 0


class Trouble(Exception):
    """One sentence for the person at the terminal; exit code 2."""


def content_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}.") from error
