"""A document in French, read by the French wording of the criteria."""

from cairn.frameworks.enums import Standing
from cairn.frameworks.facts import shipped_framework, translated
from cairn.reading.actions import read_bytes


def test_a_french_document_is_read_in_its_own_language():
    french = translated(shipped_framework("good-practice-criteria"), "fr")
    not_met = {"R2.2", "E1.3", "P2.2"}
    lines = ["Le pas tranquille"]
    for criterion in french.nodes:
        lines.append(criterion.text)
        for question in criterion.children:
            lines += [
                question.text,
                "L’équipe se réunit chaque lundi avec les femmes et elles décident ensemble de la suite.",
            ]
            lines += [f"{'–' if item.id in not_met else '✓'} {item.text[:-9]}" for item in question.items]

    reading = read_bytes("pas-tranquille.txt", "\n".join(lines).encode())

    assert (reading.framework, reading.language) == ("good-practice-criteria", "fr")
    assert {item.id for item in reading.found if item.mark is Standing.NOT_MET} == not_met
    assert reading.summary["met"] == 33 - len(not_met)
    assert reading.unmatched == ()
