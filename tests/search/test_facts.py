from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from cairn.search import facts
from cairn.search.shape import Axis, Sort, Wanted
from tests.search.factories import keys, put

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "language", "asked"),
    [
        ("Warsztaty w mieście Łódź", "pl", "lodz"),
        ("Ein Haus in der Langen Straße", "de", "strasse"),
        ("Ein Haus in der Langen Strasse", "de", "Straße"),
        ("Μαθήματα στην Αθήνα", "el", "αθηνα"),
        ("مَدْرَسَة للجميع", "ar", "مدرسة"),
        ("إدماج الأطفال", "ar", "ادماج"),
        ("العـــمل معا", "ar", "العمل"),
        ("Smørrebrød på Ærø", "da", "smorrebrod aero"),
        ("Ungt fólk í Þórshöfn", "is", "thorshofn"),
        ("Garður fyrir alla", "is", "gardur"),
        ("Mötesplats i Åre", "sv", "are"),
        ("Deux boulangeries ouvertes", "fr", "boulangerie"),
    ],
)
def test_keyboards_and_endings_stand_between_nobody_and_a_practice(written, language, asked):
    put(title=written, language=language, summary="", text="")

    assert keys(asked) == ["bread-and-words"]


def test_every_word_is_wanted_somewhere_and_little_words_are_not():
    put()
    put("steady-steps", title="Steady Steps", summary="Walking together.")

    assert keys("the baking of languages") == ["bread-and-words"]
    assert keys("bread walking") == []
    assert len(keys("the")) == 2
    assert len(keys("")) == 2


def test_the_last_word_may_be_a_beginning():
    put()

    assert keys("women neighb") == ["bread-and-words"]
    assert keys("neighb women") == []


def test_quoted_words_follow_each_other():
    put()

    assert keys('"bread and words"') == ["bread-and-words"]
    assert keys('"words and bread"') == []
    assert keys('"many doors" baking') == ["bread-and-words"]


def test_slips_are_mended_and_the_reader_is_told():
    put()

    found = facts.find(Wanted("neigbhours languge"))

    assert [hit.key for hit in found.hits] == ["bread-and-words"]
    assert found.read_as == "neighbours language"
    assert facts.find(Wanted("bread")).read_as == ""
    assert facts.find(Wanted('"bread adn words"')).total == 0
    assert facts.find(Wanted('"braed and words"')).read_as == '"bread and words"'


def test_what_is_like_no_word_stays_as_it_is():
    put()

    found = facts.find(Wanted("xylophonists"))

    assert (found.total, found.read_as) == (0, "")


def test_a_known_word_is_not_mended_where_a_facet_hides_it():
    put()

    found = facts.find(Wanted("neighb", facets={Axis.COUNTRY: frozenset({"FR"})}))

    assert (found.total, found.read_as) == (0, "")


def test_a_word_in_the_title_weighs_more_than_one_in_the_text():
    put("deep", title="Another", summary="", text="A garden, among many other things that are done here.")
    put("garden", title="The garden", summary="", text="Nothing else.")

    assert keys("garden") == ["garden", "deep"]


def test_any_code_of_a_facet_and_all_of_the_facets():
    put("be", facets={"country": ("BE",), "target_group": ("women",)})
    put("fr", facets={"country": ("FR",), "target_group": ("women", "men")})
    put("pl", facets={"country": ("PL",), "target_group": ("men",)})

    chosen = {Axis.COUNTRY: frozenset({"BE", "FR"}), Axis.TARGET_GROUP: frozenset({"women"})}
    found = facts.find(Wanted("bread", facets=chosen))

    assert {hit.key for hit in found.hits} == {"be", "fr"}
    assert found.total == 2
    assert found.facets[Axis.COUNTRY] == (("BE", 1), ("FR", 1))
    assert found.facets[Axis.TARGET_GROUP] == (("women", 2), ("men", 1))
    assert found.facets[Axis.CRITERION] == ()
    assert facts.find(Wanted(facets=chosen)).facets == found.facets
    assert keys(facets={Axis.COUNTRY: frozenset({"XX"})}) == []
    assert len(keys(facets={Axis.COUNTRY: frozenset()})) == 3


def test_a_chosen_facet_still_shows_what_else_could_be_chosen():
    put("be", facets={"country": ("BE",)})
    put("fr", facets={"country": ("FR",)})

    found = facts.find(Wanted(facets={Axis.COUNTRY: frozenset({"BE"})}))

    assert found.total == 1
    assert found.facets[Axis.COUNTRY] == (("BE", 1), ("FR", 1))


def test_a_period_leaves_out_what_has_unknown_days():
    put("whole", starts_on=date(2018, 5, 1), ends_on=date(2021, 4, 30))
    put("begun", starts_on=date(2019, 1, 1))
    put("unknown")

    assert set(keys(since=2019, until=2020)) == {"whole", "begun"}
    assert keys(since=2020) == ["whole"]
    assert keys(until=2018) == ["whole"]
    assert keys("bread", since=2022) == []
    assert facts.find(Wanted("bread")).total == 3


def test_lists_are_sorted_and_cut_as_asked():
    put("b", title="Éclair", published_at=datetime(2026, 1, 1, tzinfo=UTC))
    put("a", title="Zest", published_at=datetime(2026, 2, 1, tzinfo=UTC))
    put("c", title="Apple", published_at=datetime(2026, 3, 1, tzinfo=UTC))

    assert keys() == keys(sort=Sort.NEWEST) == ["c", "a", "b"]
    assert keys("bake", sort=Sort.OLDEST) == ["b", "a", "c"]
    assert keys(sort=Sort.TITLE) == ["c", "b", "a"]
    assert keys("bake", limit=2) + keys("bake", offset=2) == ["b", "a", "c"]
    assert keys(offset=1, limit=1) == ["a"]
    assert facts.find(Wanted(offset=1, limit=1)).total == 3


@pytest.mark.parametrize(
    "words", ['"', "*", "NEAR(a b)", "-", ":", "\0", "bread\0", "title:bread", "^bread", "a' | 'b"]
)
def test_nothing_that_is_typed_is_syntax(words):
    put(text="near a b title")

    assert isinstance(facts.find(Wanted(words)).total, int)
    assert facts.matching(words).count() >= 0


def test_signs_alone_ask_for_nothing_in_particular():
    put()

    assert keys('"" * - :') == ["bread-and-words"]
    assert keys("-bread") == keys("bread*") == keys('bread"') == ["bread-and-words"]
    assert keys("bread NOT xylophones") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=40))
def test_any_text_can_be_searched_for(words):
    assert facts.find(Wanted(words)).total == 0


def test_other_lists_can_be_narrowed_to_what_is_found():
    put()
    put("steady-steps", title="Steady Steps", summary="Walking together.")

    assert facts.matching("").count() == 2
    assert [one.key for one in facts.matching("walking")] == ["steady-steps"]
    assert [one.key for one in facts.matching("wallking")] == ["steady-steps"]
    assert not facts.matching("xylophonists")
    assert facts.keys() == {"bread-and-words", "steady-steps"}
    assert facts.extent() == (2, datetime(2026, 3, 1, tzinfo=UTC))


def test_questions_stay_as_many_whatever_is_found(django_assert_num_queries):
    put()
    keys()
    with django_assert_num_queries(4):
        keys("bread")
    put("second")
    put("third")
    keys()
    with django_assert_num_queries(4):
        keys("bread")


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted("bread", facets={Axis.COUNTRY: frozenset({"BE"})}),
        Wanted("braed", sort=Sort.TITLE),
        Wanted("xylophonists"),
        Wanted("xylophonists bread"),
        Wanted(since=2020, facets={Axis.TARGET_GROUP: frozenset({"women"})}),
    ],
)
def test_all_keys_at_once_are_those_that_one_would_leaf_through(wanted):
    put("be", facets={"country": ("BE",), "target_group": ("women",)}, starts_on=date(2021, 1, 1))
    put("fr", facets={"country": ("FR",), "target_group": ("women",)}, starts_on=date(2019, 1, 1))

    assert facts.keys_found(wanted) == {hit.key for hit in facts.find(wanted).hits}
