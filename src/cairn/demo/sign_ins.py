"""Who can sign in to the demo: kept, so that every start can print it."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class SignIn:
    email: str
    password: str
    role: str


def sign_ins_kept() -> tuple[SignIn, ...]:
    """The passwords that the demo was made with here; none where it was not, or where someone removed the file."""
    file = _file()
    return tuple(SignIn(**one) for one in json.loads(file.read_text())) if file.exists() else ()


def _file() -> Path:
    return Path(settings.DATA_DIR) / "demo-sign-ins.json"


def keep(sign_ins: tuple[SignIn, ...]) -> None:
    """Beside the database and readable by its owner only, so that every start of a demo can print them."""
    with os.fdopen(os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump([asdict(one) for one in sign_ins], file)
