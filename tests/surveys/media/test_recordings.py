"""What is kept of a recording that somebody brought."""

import pytest

from cairn.surveys.media import recordings
from cairn.surveys.media.unfit import Unfit
from tests.surveys.media.making import (
    AAC_FRAME,
    MP3_FRAME,
    a_box,
    a_wav,
    an_aac,
    an_id3,
    an_m4a,
    an_mp3,
    an_ogg,
)

MP3, AAC, WAV, OGG, M4A = "audio/mpeg", "audio/aac", "audio/wav", "audio/ogg", "audio/mp4"


@pytest.mark.parametrize(
    ("data", "promised"),
    [
        (an_mp3(), MP3),
        (an_mp3(after=bytes(200)), MP3),
        (an_aac(), AAC),
        (a_wav(), WAV),
        (an_ogg(), OGG),
        (an_ogg(b"\x01vorbis"), OGG),
        (an_m4a(), M4A),
    ],
)
def test_a_recording_stays_what_it_is(data, promised):
    kept = recordings.bare(data, promised)

    assert kept[:4] == data[:4]
    assert len(kept) <= len(data)


def test_what_a_phone_writes_beside_it_goes():
    place = b"52.3702"

    for data, promised in (
        (an_mp3(before=an_id3(), after=b"TAG" + place), MP3),
        (a_wav(remark=b"52.3702 N "), WAV),
        (an_m4a(), M4A),
    ):
        assert place in data
        assert place not in recordings.bare(data, promised)


def test_nothing_moves_in_an_m4a():
    kept = recordings.bare(an_m4a(), M4A)

    assert len(kept) == len(an_m4a())
    assert b"udta" not in kept
    assert kept.index(b"mdat") == an_m4a().index(b"mdat")


def test_other_rates_of_mp3_are_known():
    slow = bytes([0xFF, 0xF3, 0x40, 0xC4]) + bytes(140)  # MPEG 2, 32 kbit/s, 22.05 kHz: 104 bytes
    assert recordings.bare((slow[:104]) * 6, MP3)


@pytest.mark.parametrize(
    ("data", "promised"),
    [
        (b"", MP3),
        (b"<html>", MP3),
        (MP3_FRAME * 2, MP3),
        (an_mp3(after=b"<script>" + bytes(99)), MP3),
        (b"ID3", MP3),
        (b"<script>" + an_mp3(), MP3),
        (an_mp3(), AAC),
        (AAC_FRAME * 3 + b"<html><body>", AAC),
        (an_mp3(), WAV),
        (b"RIFF\x04\0\0\0WAVE", WAV),
        (b"RIFF\x04\0\0\0AVI ", WAV),
        (an_mp3(), OGG),
        (an_ogg(b"\x80theora"), OGG),
        (an_ogg()[:-7], OGG),
        (an_ogg() + b"<script>alert(1)</script>" + bytes(60), OGG),
        (an_mp3(), M4A),
        (an_m4a(handler=b"vide"), M4A),
        (a_box(b"ftyp", b"M4A "), M4A),
        (an_m4a(more=b"\0\0\0\1udta" + bytes(7) + b"\x18" + bytes(8)), M4A),
        (an_m4a(more=b"\0\0\xff\xffudta"), M4A),
        (an_m4a(more=b"\0\0\0\4udta"), M4A),
        (a_wav(), MP3),
    ],
)
def test_what_is_no_such_recording_is_refused(data, promised):
    with pytest.raises(Unfit, match="no recording of the kind"):
        recordings.bare(data, promised)


def test_a_long_box_of_sound_is_walked_over():
    data = an_m4a() + b"\0\0\0\1free" + bytes(7) + b"\x18" + bytes(8)

    assert recordings.bare(data, M4A) == recordings.bare(an_m4a(), M4A) + data[-24:]


def test_thirty_megabytes_are_refused():
    with pytest.raises(Unfit, match="larger than 3 MB"):
        recordings.bare(an_mp3(frames=75_000), MP3)
