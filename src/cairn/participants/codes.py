"""Codes that tell nothing about a person, and in which a slip of the pen is noticed.

Eight signs carry 40 random bits; a ninth checks them (Crockford, "Base 32", 2019: the number modulo 37; his alphabet leaves out I, L, O
and U because they are misread).
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = ALPHABET + "*~$=U"
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_code() -> str:
    """`K7Q2-9FXM-3`."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{body[:4]}-{body[4:]}-{_check(body)}"


def read_code(typed: str) -> str | None:
    """The code as it is kept, however it was typed; None where a sign must be wrong."""
    plain = typed.strip().upper().translate(MISREAD)
    body, check = plain[:-1], plain[-1:]
    if len(body) != 8 or not set(body) <= set(ALPHABET) or check != _check(body):
        return None
    return f"{body[:4]}-{body[4:]}-{check}"


def _check(body: str) -> str:
    """Crockford's check sign: the number modulo 37. It notices every single wrong sign and every swap of two neighbours."""
    number = 0
    for sign in body:
        number = number * 32 + ALPHABET.index(sign)
    return CHECKS[number % 37]
