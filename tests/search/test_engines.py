"""The same questions are put to whatever database the suite runs on; here is what each engine makes of them."""

from cairn.search.asking import units
from cairn.search.engines import engine, postgres, sqlite

ASKED = units('"bread and" bak', language="en", languages=["en", "xx"])


def test_each_engine_writes_the_question_in_its_own_way():
    assert sqlite.asked(ASKED) == '("bread and") AND ("bak"*)'
    assert postgres.asked(ASKED) == "(('bread' <-> 'and')) & (('bak':*))"


def test_only_what_was_typed_may_be_a_beginning():
    asked = units("baking", language="en", languages=[])

    assert sqlite.asked(asked) == '("baking"* OR "bake")'
    assert postgres.asked(asked) == "(('baking':*) | ('bake'))"


def test_each_engine_writes_a_document_in_its_own_way():
    parts = (["bread", "bread"], [], ["bake"], [])

    assert sqlite.row(7, parts) == (7, "bread bread", "", "bake", "")
    assert postgres.row(7, parts) == (7, "'bread':1A,2A 'bake':5C")


def test_positions_stay_within_what_a_vector_holds():
    _pk, vector = postgres.row(1, ([], [], [], ["same"] * 20_000 + ["last"]))

    assert vector.count("D") == postgres.MOST_POSITIONS + 1
    assert vector.endswith(f"'last':{postgres.LAST_POSITION}D")


def test_the_engine_is_that_of_the_database():
    assert engine("sqlite") is sqlite
    assert engine("postgresql") is postgres
