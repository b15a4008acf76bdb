from cairn.common.languages import LANGUAGES, TAG, autonym, is_rtl, language_name, language_tag


def test_tags_are_well_formed_and_listed_once():
    assert len(LANGUAGES) >= 120
    assert all(TAG.fullmatch(tag) for tag in LANGUAGES)


def test_a_language_has_a_name_and_its_own_name():
    assert language_name("ti") == "Tigrinya"
    assert autonym("ti") == "ትግርኛ"


def test_a_variety_is_named_by_its_language():
    assert language_name("fr-BE") == "French (fr-BE)"
    assert autonym("fr-BE") == "Français"


def test_an_unknown_language_stays_its_tag():
    assert language_name("xyz") == "xyz"
    assert autonym("xyz") == "xyz"


def test_direction_of_writing():
    assert is_rtl("prs")
    assert not is_rtl("ti")
    assert not is_rtl("xyz")


def test_a_tag_is_found_by_tag_name_or_autonym():
    assert language_tag("pt-BR") == "pt-BR"
    assert language_tag("Dari") == "prs"
    assert language_tag("shqip") == "sq"
    assert language_tag("the mother tongue") is None
    assert language_tag("xyz") is None
