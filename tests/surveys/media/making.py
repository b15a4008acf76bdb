"""Pictures and recordings, made here, as small as the story allows."""

import io
import struct
import zipfile

from PIL import Image

MP3_FRAME = struct.pack(">I", 0xFFFB9064) + bytes(413)
"""128 kbit/s, 44.1 kHz, 417 bytes."""
AAC_FRAME = bytes([0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC]) + bytes(9)
"""16 bytes."""


def a_picture(kind="PNG", size=(60, 40), mode="RGB", colour="teal", **said):
    return written(Image.new(mode, size, colour), kind, **said)


def written(picture, kind="PNG", **said):
    file = io.BytesIO()
    picture.save(file, kind, **said)
    return file.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


def an_mp3(frames=8, before=b"", after=b""):
    return before + MP3_FRAME * frames + after


def an_id3(words=b"52.3702 N 4.8952 E"):
    return b"ID3\x04\x00\x00" + bytes([0, 0, 0, len(words)]) + words


def an_aac(frames=8):
    return AAC_FRAME * frames


def a_wav(samples=800, remark=b""):
    sound = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 16000, 2, 16)
    data = struct.pack("<4sI", b"data", samples * 2) + bytes(samples * 2)
    more = struct.pack("<4sI", b"LIST", len(remark)) + remark if remark else b""
    body = b"WAVE" + sound + more + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def an_ogg(voice=b"OpusHead", pages=3):
    made = b""
    for number in range(pages):
        packet = voice + bytes(11) if number == 0 else bytes(60)
        head = struct.pack("<4sBBqIIIB", b"OggS", 0, 2 if number == 0 else 0, 0, 1, number, 0, 1)
        made += head + bytes([len(packet)]) + packet
    return made


def a_box(name, *inside):
    body = b"".join(inside)
    return struct.pack(">I4s", 8 + len(body), name) + body


def an_m4a(handler=b"soun", remark=b"+52.3702+004.8952/", more=b""):
    hdlr = a_box(b"hdlr", bytes(8), handler, bytes(12))
    moov = a_box(
        b"moov", a_box(b"trak", a_box(b"mdia", hdlr)), a_box(b"udta", a_box(b"\xa9xyz", remark)), more
    )
    return a_box(b"ftyp", b"M4A ", bytes(4)) + moov + a_box(b"mdat", bytes(64))


def a_zip(files, way=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", way) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()
