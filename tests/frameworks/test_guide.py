from pathlib import Path

from cairn.frameworks.enums import NodeKind
from cairn.frameworks.reading import read_yaml

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "frameworks.md"


def test_the_example_of_the_guide_is_sound():
    example = GUIDE.read_text().split("```yaml\n")[1].split("```")[0]

    written = read_yaml(example, "the guide")

    assert written.faults == ()
    assert {node.kind for node in written.framework.walk()} == set(NodeKind) - {NodeKind.FIELD}
