"""Words that only whoever holds the right key can read: AES-256-GCM, bound to the place where they stand.

The place (table, column, row) is part of what is checked, so words moved to another row or column do not open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cairn.vault import keystore
from cairn.vault.keystore import NONCE, Unreadable

MARK = "sealed"


class Seals:
    """Of one owner, for many words at once: each key is asked for once. For one piece of work; keys are changed and destroyed."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._keys: dict[int | None, keystore.DataKey] = {}

    def seal(self, words: str, place: str) -> str:
        """As the function `seal`."""
        if None not in self._keys:
            self._keys[None] = keystore.ensure(self._owner)
        key = self._keys[None]
        nonce = secrets.token_bytes(NONCE)
        closed = nonce + AESGCM(key.key).encrypt(nonce, words.encode(), place.encode())
        return f"{MARK}:{key.version}:{base64.urlsafe_b64encode(closed).decode()}"

    def unseal(self, sealed: str, place: str) -> str:
        """As the function `unseal`."""
        version, closed = _parts(sealed)
        if version not in self._keys:
            self._keys[version] = keystore.key_of(self._owner, version)
        try:
            return (
                AESGCM(self._keys[version].key)
                .decrypt(closed[:NONCE], closed[NONCE:], place.encode())
                .decode()
            )
        except (InvalidTag, ValueError) as fault:
            raise Unreadable(place) from fault


def seal(words: str, *, owner: str, place: str) -> str:
    """The words for one place, sealed with the owner's key: `sealed:<key version>:<base64>`."""
    return Seals(owner).seal(words, place)


def unseal(sealed: str, *, owner: str, place: str) -> str:
    """The words again. Raises Forgotten where the key was destroyed, Unreadable where they are not what was sealed here."""
    return Seals(owner).unseal(sealed, place)


def is_sealed(words: str) -> bool:
    return words.startswith(f"{MARK}:")


def _parts(sealed: str) -> tuple[int, bytes]:
    try:
        _mark, version, closed = sealed.split(":")
        return int(version), base64.urlsafe_b64decode(closed)
    except (ValueError, binascii.Error) as fault:
        raise Unreadable("not sealed here") from fault


def blind(words: str, *, owner: str) -> str:
    """The same words always give the same 64 hex digits, which tell nothing without the owner's key: for exact lookups.

    Folded first, so that capitals and outer blanks do not matter. It uses the owner's first key, which is never dropped for an
    owner that looks things up so.
    """
    keystore.ensure(owner)
    return hmac.new(
        keystore.key_of(owner, 1).key, words.strip().casefold().encode(), hashlib.sha256
    ).hexdigest()
