"""Tea in two versions, and an assessment by the first."""

from cairn.assessments.enums import State
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts
from cairn.frameworks.reading import read_yaml
from tests.assessments.factories import an_assessment, say
from tests.frameworks.upgraded import FIRST, SECOND

LEVELS = {"Q.1": "good", "Q.2": "bad", "Q.3": "good", "Q.4": "good", "Q.5": "good", "Q.6": "bad"}
__all__ = ["FIRST", "LEVELS", "SECOND", "State", "load", "second_version", "tea_assessment"]


def load(text):
    return frameworks.load(framework=read_yaml(text, "tea.yaml", facts.known).framework)


def second_version():
    return load(SECOND)


def tea_assessment(organisation, by, **more):
    """Every item marked, one question answered."""
    framework = facts.framework_of(load(FIRST))
    assessment = an_assessment(organisation, by, framework, **more)
    for node_id, level in LEVELS.items():
        say(assessment, by, node_id, level=level, note=f"Seen of {node_id}.")
    say(assessment, by, "Q", narrative="It is.")
    return assessment
