"""A full portrait for measuring: every question answered in about 90 words, every item marked."""

from cairn.frameworks.enums import Mode, NodeKind, Standing
from cairn.frameworks.shape import Framework, Node
from cairn.publications.portrait import (
    FrameworkPortrait,
    MarkPortrait,
    NodePortrait,
    Portrait,
    PracticePortrait,
    Tally,
    Tool,
)

SENTENCE = "The team asked the women what they wanted to learn first, and changed the plan of the **next month** with them."


def full_portrait(framework: Framework) -> Portrait:
    items = len(framework.items)
    return Portrait(
        practice=PracticePortrait(
            "Steady Steps", "House of Many Doors", slug="steady-steps", summary=SENTENCE
        ),
        framework=FrameworkPortrait(
            framework.id,
            framework.version,
            framework.title,
            framework.source,
            framework.licence,
            framework.status,
        ),
        mode=Mode.SELF,
        language=framework.language,
        assessed_on=None,
        tally=Tally(met=items, share=1.0),
        nodes=tuple(_node(node) for node in framework.nodes),
    )


def _node(node: Node) -> NodePortrait:
    asked = node.kind is NodeKind.QUESTION
    return NodePortrait(
        id=node.id,
        kind=node.kind,
        text=node.text,
        narrative="\n\n".join([SENTENCE, SENTENCE, SENTENCE, SENTENCE]) if asked else "",
        tools=(Tool("A guide", "https://example.org/guide"),) if asked else (),
        mark=MarkPortrait(Standing.MET, "met", "Met", note=SENTENCE) if node.kind is NodeKind.ITEM else None,
        tally=Tally(met=len(node.items), share=1.0),
        children=tuple(_node(child) for child in node.children),
    )
