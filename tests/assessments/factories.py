"""A small framework with everything in it, and assessments made through the actions that people use."""

import hashlib

from cairn.assessments import actions
from cairn.assessments.models import Assessment
from cairn.assessments.saying import Saved, Saying
from cairn.frameworks.enums import Mode, NodeKind, Standing, TextStatus
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework, Level, Node, PassRule, Scale
from cairn.people.models import Organisation, Person
from cairn.practices import actions as practices
from cairn.practices.models import Practice

CHECKLIST = Scale(
    id="checklist",
    label="Checklist",
    levels=(
        Level(id="met", label="Met", text="It is done.", standing=Standing.MET, value=1),
        Level(id="partly", label="Partly", standing=Standing.PARTLY, value=0.5),
        Level(id="not-met", label="Not met", standing=Standing.NOT_MET, value=0),
    ),
)


def item(node_id: str, **more) -> Node:
    return Node(id=node_id, kind=NodeKind.ITEM, text=f"Stone {node_id} lies well.", **more)


def question(node_id: str, *children: Node, **more) -> Node:
    return Node(id=node_id, kind=NodeKind.QUESTION, text=f"Does {node_id} hold?", children=children, **more)


def group(node_id: str, *children: Node, **more) -> Node:
    return Node(id=node_id, kind=NodeKind.GROUP, text=f"Criterion {node_id}", children=children, **more)


def gate(node_id: str, *children: Node, **more) -> Node:
    return Node(id=node_id, kind=NodeKind.GATE, text=f"Gate {node_id}", children=children, **more)


def a_framework(*nodes: Node, **more) -> Framework:
    """Two criteria, three questions, five items, one field, unless other nodes are given."""
    return Framework(
        **{
            "format": "cairn-framework-1",
            "id": "stones",
            "version": "1",
            "title": "Stones",
            "summary": "A small framework for stories.",
            "language": "en",
            "source": "Made for these tests",
            "licence": "CC0-1.0",
            "status": TextStatus.OWN,
            "scales": (CHECKLIST,),
            "scale": "checklist",
            "nodes": nodes
            or (
                group(
                    "A",
                    question("A1", item("A1.1", guidance="Look *twice*."), item("A1.2"), word_limit=5),
                    question("A2", item("A2.1"), item("A2.2")),
                    rule=PassRule(min_share=0.5),
                ),
                group(
                    "B",
                    question(
                        "B1",
                        item("B1.1"),
                        Node(id="B1.f", kind=NodeKind.FIELD, text="In a few words", word_limit=3),
                    ),
                ),
            ),
        }
        | more
    )


def a_grid(count: int) -> Framework:
    """A framework of one size only, to count queries and time: questions of up to four items."""
    ids = [f"G.{n}" for n in range(count)]
    return a_framework(
        group(
            "G",
            *(
                question(f"Q{start}", *(item(node_id) for node_id in ids[start : start + 4]))
                for start in range(0, count, 4)
            ),
        )
    )


def loaded(framework: Framework) -> FrameworkVersion:
    content = framework.model_dump_json()
    version, _ = FrameworkVersion.objects.get_or_create(
        framework_id=framework.id,
        version=framework.version,
        defaults={
            "title": framework.title,
            "digest": hashlib.sha256(content.encode()).hexdigest(),
            "content": content,
        },
    )
    return version


def a_practice(organisation: Organisation, by: Person, **more) -> Practice:
    return practices.create(
        organisation=organisation,
        by=by,
        **{"title": "Bread and Words", "country": "BE", "languages": ["fr", "ti"], "target_groups": ["women"]}
        | more,
    )


def an_assessment(
    organisation: Organisation, by: Person, framework: Framework | None = None, **more
) -> Assessment:
    return actions.start(
        practice=more.pop("practice", None) or a_practice(organisation, by),
        framework_version=loaded(framework or a_framework()),
        **{"mode": Mode.SELF, "language": "en", "by": by} | more,
    )


def say(assessment: Assessment, by: Person, node_id: str, base: int | None = None, **said) -> Saved:
    return actions.record(assessment=assessment, entries=[Saying(node_id, base, **said)], by=by)


def mark(assessment: Assessment, by: Person, **levels: str) -> Saved:
    """Levels by item id, with underscores for dots: mark(a, by, A1_1="met")."""
    return actions.record(
        assessment=assessment,
        entries=[Saying(node_id.replace("_", "."), None, level=level) for node_id, level in levels.items()],
        by=by,
    )
