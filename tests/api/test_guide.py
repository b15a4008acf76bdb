"""The guide for programs names only what is there, with bodies that fit."""

import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest

from cairn.api.root import api

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api.md"


def calls():
    """Verb, path and body of every curl call in the guide."""
    for block in re.findall(r"```sh\n(.*?)```", GUIDE.read_text(), flags=re.DOTALL):
        for call in re.split(r"^curl ", block, flags=re.MULTILINE)[1:]:
            words = shlex.split(call.replace("\\\n", " "))
            verb = words[words.index("-X") + 1] if "-X" in words else "GET"
            address = next(word for word in words if word.startswith("$CAIRN"))
            body = words[words.index("-d") + 1] if "-d" in words else None
            yield pytest.param(
                verb.lower(), address.removeprefix("$CAIRN").split("?")[0], body, id=f"{verb} {address}"
            )


def operation_at(verb, path):
    document = api.get_openapi_schema()
    found = [
        verbs[verb]
        for template, verbs in document["paths"].items()
        if verb in verbs and re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", template), f"/api/v1{path}")
    ]
    assert found, f"There is no {verb.upper()} {path}"
    return found[0], document


@pytest.mark.parametrize(("verb", "path", "body"), list(calls()))
def test_every_call_of_the_guide_is_there_and_its_body_fits(verb, path, body):
    operation, document = operation_at(verb, path)

    assert ("requestBody" in operation) == (body is not None or path in {"/read", "/import"})
    if body is not None:
        shape = operation["requestBody"]["content"]["application/json"]["schema"]
        jsonschema.validate(json.loads(body), shape | {"components": document["components"]})


def test_the_guide_holds_calls():
    assert len(list(calls())) >= 18
