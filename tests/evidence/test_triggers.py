"""How each database is told to note what changed."""

import pytest

from cairn.evidence.watching import triggers


@pytest.mark.parametrize("write", [triggers._sqlite, triggers._postgresql])
def test_rows_that_come_change_and_go_are_noted(write, db):
    text = " ".join(write("registers_record"))

    assert [
        event for event in ("INSERT", "UPDATE", "DELETE") if f"AFTER {event} ON registers_record" not in text
    ] == []
    assert "evidence_changed" in text
