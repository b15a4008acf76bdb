"""The interface's catalogues: compiled as they stand, placeholders intact."""

import re

import polib
import pytest
from workshop import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(params=messages.catalogues(), ids=lambda file: file.parents[1].name)
def catalogue_file(request):
    return request.param


def test_there_are_catalogues():
    assert {file.parents[1].name for file in messages.catalogues()} >= {"ar", "fr"}


def test_compiled_catalogues_are_in_step(catalogue_file):
    """`./cairn messages` compiles them."""
    assert catalogue_file.with_suffix(".mo").read_bytes() == messages.compiled(catalogue_file)


def test_translations_keep_their_placeholders(catalogue_file):
    changed = [
        entry.msgid
        for entry in polib.pofile(str(catalogue_file)).translated_entries()
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if text
        and not set(PLACEHOLDER.findall(text)) <= set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    ]

    assert changed == []
