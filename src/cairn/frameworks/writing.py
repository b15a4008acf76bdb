"""Frameworks as text to take away: YAML to be changed and read again, and the schema that describes it."""

import io
import json
from typing import Any

from ruamel.yaml import YAML

from cairn.frameworks.shape import Framework, Shape


def as_yaml(framework: Framework) -> str:
    return dumped(framework)


def dumped(shape: Shape) -> str:
    """What is as it would be anyway is left out."""
    written = shape.model_dump(mode="json", exclude_defaults=True)
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    buffer = io.StringIO()
    yaml.dump(written, buffer)
    return buffer.getvalue()


def as_json(framework: Framework) -> str:
    return framework.model_dump_json(exclude_defaults=True, indent=2)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the format."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Cairn criteria framework",
        **Framework.model_json_schema(),
    }


def schema_text() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
