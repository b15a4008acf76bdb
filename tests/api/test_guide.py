"""The guide for programs names only what is there, with bodies that fit."""

import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest

from cairn.api.root import api
from cairn.assessments import actions
from cairn.assessments.saying import Saying

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


def problems_shown():
    """The errors that the guide shows, by status."""
    shown = map(json.loads, re.findall(r"```json\n(.*?)```", GUIDE.read_text(), flags=re.DOTALL))
    return {problem["status"]: problem for problem in shown}


def test_the_conflict_in_the_guide_is_the_one_that_programs_meet(program, assessment, assessor):
    shown = problems_shown()[409]
    actions.record(assessment=assessment, entries=[Saying("I1.1", 0, level="met")], by=assessor)

    answer = program.put(
        f"assessments/{assessment.pk}/marks",
        {"marks": [{"node_id": node, "level": "not_met", "base_revision": 0} for node in shown["revisions"]]},
    )

    met = answer.json()
    for problem in (shown, met):
        for side in problem["conflicts"]:
            # Who and when differ with every story.
            assert side.pop("by")
            assert side.pop("at")
    assert shown == met


def test_the_refusal_in_the_guide_is_the_one_that_programs_meet(program, assessment):
    answer = program.put(
        f"assessments/{assessment.pk}/marks", {"marks": [{"node_id": "I1.1", "level": "superb"}]}
    )

    assert problems_shown()[422] == answer.json()
