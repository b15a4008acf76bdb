import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from cairn.frameworks import facts, writing
from cairn.frameworks.reading import read_any, read_workbook, read_yaml
from cairn.frameworks.workbook import as_workbook

SCHEMA = Path(__file__).parents[2] / "docs" / "framework.schema.json"
EACH = pytest.mark.parametrize("framework", facts.shipped(), ids=lambda framework: framework.ref)


@EACH
def test_every_shipped_framework_comes_back_whole_from_yaml_json_and_excel(framework):
    assert read_yaml(writing.as_yaml(framework), "back.yaml").framework == framework
    assert read_any(writing.as_json(framework).encode(), "back.json").framework == framework
    assert read_workbook(as_workbook(framework), "back.xlsx").framework == framework


def test_the_published_schema_is_the_one_in_use():
    assert SCHEMA.read_text(encoding="utf-8") == writing.schema_text()


@pytest.mark.parametrize(
    "file", sorted(facts.DATA.glob("*/*/framework.yaml")), ids=lambda file: file.parts[-3]
)
def test_shipped_files_fit_the_published_schema(file):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8")))
