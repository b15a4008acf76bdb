"""What is kept of a picture that somebody brought."""

import pytest
from PIL import Image

from cairn.surveys.media import pictures
from cairn.surveys.media.unfit import Unfit
from tests.surveys.media.making import a_picture, opened


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_stays_what_it_is(kind):
    kept = opened(pictures.drawn_anew(a_picture(kind), kind))

    assert (kept.format, kept.size) == (kind, (60, 40))


def test_what_a_camera_writes_beside_it_goes_and_it_is_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # held sideways
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 12.7)
    taken = a_picture("JPEG", exif=exif, comment=b"the shelter")
    assert b"Exif" in taken

    kept = pictures.drawn_anew(taken, "JPEG")

    assert opened(kept).size == (40, 60)
    assert not opened(kept).getexif()
    assert b"Exif" not in kept
    assert b"shelter" not in kept


def test_what_stands_behind_it_goes():
    kept = pictures.drawn_anew(a_picture() + b"<script>alert(1)</script>", "PNG")

    assert b"script" not in kept


@pytest.mark.parametrize(("mode", "kept"), [("P", "P"), ("LA", "RGBA"), ("RGBA", "RGBA"), ("L", "L")])
def test_colours_stay_light(mode, kept):
    assert opened(pictures.drawn_anew(a_picture(mode=mode, colour=0), "PNG")).mode == kept


def test_print_colours_become_those_of_screens():
    assert opened(pictures.drawn_anew(a_picture("JPEG", mode="CMYK", colour=0), "JPEG")).mode == "RGB"


def test_what_can_be_seen_through_stays_so():
    picture = a_picture("GIF", mode="P", colour=0, transparency=0)

    assert opened(pictures.drawn_anew(picture, "GIF")).info["transparency"] == 0


def test_a_large_one_becomes_small():
    kept = opened(pictures.drawn_anew(a_picture("JPEG", size=(3000, 1000)), "JPEG"))

    assert kept.size == (800, 267)


@pytest.mark.parametrize(("mode", "kept"), [("P", "RGB"), ("L", "L"), ("RGBA", "RGBA")])
def test_a_large_drawing_becomes_small(mode, kept):
    small = opened(pictures.drawn_anew(a_picture(size=(1000, 900), mode=mode, colour=0), "PNG"))

    assert (small.size, small.mode) == ((800, 720), kept)


def test_of_a_moving_one_the_first_picture_is_kept():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    moving = a_picture("GIF", size=(9, 9), save_all=True, append_images=frames)
    assert opened(moving).n_frames == 3

    assert opened(pictures.drawn_anew(moving, "GIF")).n_frames == 1


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "promised", "words"),
    [
        (SVG, "PNG", "no picture that can be opened"),
        (b"", "PNG", "no picture that can be opened"),
        (a_picture()[:60], "PNG", "no picture that can be opened"),
        (a_picture("JPEG"), "PNG", "The name promises PNG, and the file is JPEG"),
        (a_picture("BMP"), "PNG", "no picture that can be opened"),
        (a_picture() + bytes(30 * 2**20), "PNG", "larger than 10 MB"),
        (a_picture(size=(9000, 9000), mode="1", colour=0), "PNG", "more than 8 million dots"),
        (a_picture(size=(15000, 15000), mode="1", colour=0), "PNG", "no picture|million dots"),
    ],
    ids=["svg", "empty", "cut", "other", "bitmap", "30 MB", "many dots", "bomb"],
)
def test_what_is_no_such_picture_is_refused(data, promised, words):
    with pytest.raises(Unfit, match=words):
        pictures.drawn_anew(data, promised)
