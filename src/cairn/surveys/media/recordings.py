"""A recording as it is kept: walked through from its first to its last byte, so that it is nothing but what its name promises.

Remarks go, because phones write into them where something was recorded; only Ogg keeps its own, which phones do not fill.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _

from cairn.surveys.media.unfit import Unfit

MOST_BYTES = 3 * 2**20
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Of MP3, in Hz, by version: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5."""
KILOBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Of MP3, by whether it is MPEG 1."""
FEWEST = 4
"""Frames: fewer could be chance."""
TAIL = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI")
"""What tagging programs write after the sound."""
VOICES = (b"OpusHead", b"\x01vorbis")
HOLDERS = frozenset([b"moov", b"trak", b"mdia"])
REMARKS = frozenset([b"udta", b"meta", b"uuid"])
"""Boxes of MP4 in which remarks stand."""


def bare(data: bytes, promised: str) -> bytes:
    """The sound alone, if it is of the type that its name promises. Raises Unfit."""
    if len(data) > MOST_BYTES:
        raise Unfit(
            _("The recording is larger than %(most)d MB. Record a shorter one, or save it with less quality.")
            % {"most": MOST_BYTES // 2**20}
        )
    try:
        sound = WALKS[promised](data)
    except (struct.error, IndexError, KeyError) as fault:
        raise _unfit() from fault
    if not sound:
        raise _unfit()
    return sound


def _unfit() -> Unfit:
    return Unfit(
        _("This is no recording of the kind that its name says. Save it anew as MP3, M4A, AAC, Ogg or WAV.")
    )


def _mp3(data: bytes) -> bytes:
    start = 0
    while data[start : start + 3] == b"ID3":
        start += 10 + _syncsafe(data[start + 6 : start + 10])
    start += len(data[start:]) - len(data[start:].lstrip(b"\0"))
    return _frames(data, start, _mp3_frame)


def _syncsafe(four: bytes) -> int:
    return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]


def _mp3_frame(data: bytes, at: int) -> int:
    """Its length in bytes; 0 where none begins here."""
    (head,) = struct.unpack_from(">I", data, at)
    version, layer = head >> 19 & 3, head >> 17 & 3
    bits, rate, padding = head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if head >> 21 != 0x7FF or layer != 1 or version == 1 or bits in {0, 15} or rate == 3:
        return 0
    of_first = version == 3
    samples = 144 if of_first else 72
    return int(samples * KILOBITS[of_first][bits] * 1000 // RATES[version][rate] + padding)


def _aac(data: bytes) -> bytes:
    return _frames(data, 0, _aac_frame)


def _aac_frame(data: bytes, at: int) -> int:
    head, length = struct.unpack_from(">HxI", data, at)
    return length >> 13 & 0x1FFF if head & 0xFFF6 == 0xFFF0 else 0


def _frames(data: bytes, start: int, length_of: Callable[[bytes, int], int]) -> bytes:
    """From the first frame to the last; nothing where something else stands between or after them."""
    at = start
    count = 0
    while len(data) - at >= 7 and (length := length_of(data, at)) > 0:
        at += length
        count += 1
    rest = data[at:]
    ends = not rest.strip(b"\0") or rest.startswith(TAIL)
    return data[start:at] if count >= FEWEST and ends else b""


def _wav(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return b""
    kept = [b"WAVE"]
    names = []
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if name in {b"fmt ", b"fact", b"data"}:
            chunk = data[at + 8 : at + 8 + size]
            kept.append(struct.pack("<4sI", name, len(chunk)) + chunk + b"\0" * (len(chunk) % 2))
            names.append(name)
        at += 8 + size + size % 2
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body if {b"fmt ", b"data"} <= set(names) else b""


def _ogg(data: bytes) -> bytes:
    at = 0
    begun = 0
    while at < len(data):
        mark, kind, segments = struct.unpack_from("<4sxB20xB", data, at)
        body = at + 27 + segments
        if mark != b"OggS":
            return b""
        if kind & 2:
            begun += 1
            if not data.startswith(VOICES, body):
                return b""
        at = body + sum(data[at + 27 : body])
    return data if begun and at == len(data) else b""


def _m4a(data: bytes) -> bytes:
    """Boxes of remarks are emptied where they stand, so that nothing else moves."""
    if data[4:8] != b"ftyp":
        return b""
    sound = bytearray(data)
    names = set()
    for name, start, end in _boxes(data, 0, len(data)):
        names.add(name)
        if name in REMARKS and data[start : start + 4] == b"\0\0\0\1":
            return b""
        if name in REMARKS:
            sound[start + 4 : end] = b"free" + bytes(end - start - 8)
        if name == b"hdlr" and data[start + 16 : start + 20] == b"vide":
            return b""
    return bytes(sound) if {b"moov", b"mdat"} <= names else b""


def _boxes(data: bytes, start: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Each box with where it begins and ends; those that hold others before what they hold."""
    while start < end:
        size, name = struct.unpack_from(">I4s", data, start)
        size = size or end - start
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        if size < head or start + size > end:
            raise IndexError
        yield name, start, start + size
        if name in HOLDERS and depth < len(HOLDERS):
            yield from _boxes(data, start + head, start + size, depth + 1)
        start += size


WALKS: Mapping[str, Callable[[bytes], bytes]] = {
    "audio/mpeg": _mp3,
    "audio/aac": _aac,
    "audio/wav": _wav,
    "audio/ogg": _ogg,
    "audio/mp4": _m4a,
}
