"""A second version of the tea of written.py, in which something befalls every kind of node."""

from tests.frameworks.written import SOUND

FIRST = SOUND.replace(
    "          - {id: Q.2, kind: item, text: It warms, terms: [warmth], scale: words}\n",
    """          - {id: Q.2, kind: item, text: It warms}
          - {id: Q.3, kind: item, text: It smells of leaves and of smoke}
          - {id: Q.4, kind: item, text: The pot is clean}
          - {id: Q.5, kind: item, text: The cup is clean}
          - {id: Q.6, kind: item, text: It is cheap}
      - id: W
        kind: question
        text: What does it taste of?
""",
)
SECOND = (
    FIRST.replace('version: "1"', 'version: "2"')
    .replace("text: It warms", "text: It warms the hands")
    .replace(
        "- {id: Q.3, kind: item, text: It smells of leaves and of smoke}",
        "- {id: Q.3a, kind: item, text: It smells of leaves}\n          - {id: Q.3b, kind: item, text: It smells of smoke}",
    )
    .replace(
        "- {id: Q.4, kind: item, text: The pot is clean}",
        "- {id: Q.45, kind: item, text: Pot and cup are clean}",
    )
    .replace("          - {id: Q.5, kind: item, text: The cup is clean}\n", "")
    .replace("- {id: Q.6, kind: item, text: It is cheap}", "- {id: Q.7, kind: item, text: There is more}")
    + """\
changes:
  from: "1"
  entries:
    - {kind: split, from: [Q.3], to: [Q.3a, Q.3b], note: Leaves and smoke are two things.}
    - {kind: merged, from: [Q.4, Q.5], to: [Q.45]}
    - {kind: retired, from: [Q.6], note: Prices change.}
"""
)
