from cairn.texts.language import language_of
from cairn.texts.words import folded, stem, stems, words_of


def test_folding_takes_away_what_keyboards_differ_in():
    assert folded("  “Łódź”—straße,  Ærø’s 1. ") == '"lodz"-strasse, aero\'s 1'


def test_stems_leave_little_words_out():
    assert stems("The needs of the migrants are analysed", "en") == {stem("needs", "en"), "migrant", "analys"}
    assert stem("habari", "sw") == "habari"


def test_languages_are_told_by_little_words_only_where_clear():
    assert language_of("the cat and the dog of the house in the sun is not that") == "en"
    assert language_of("le chat et le chien de la maison dans le jardin sont pour les enfants") == "fr"
    assert language_of("na do nie sie jest dla od oraz z w i przez") == "pl"
    assert language_of("chat", claimed="fr-BE") == "fr"
    assert language_of("chat", otherwise="nl") == "nl"


def test_letters_that_keyboards_exchange_are_one():
    assert folded("Þór, garður, Łódź, Straße, Αθήνα, ςσ") == "thor, gardur, lodz, strasse, αθηνα, σσ"
    assert folded("أَهْلـــاً") == folded("اهلا")
    assert folded("مدرسة") == folded("مدرسه")
    assert words_of("Un peu, déjà!") == ["un", "peu", "deja"]
