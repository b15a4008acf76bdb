import pytest

from cairn.search.models import Code, Document, Ledger, Tag, Word, Words
from tests.search.factories import put


@pytest.mark.django_db
def test_every_row_can_be_read_by_a_person():
    put(facets={"country": ("BE",)})

    document, code = Document.objects.get(), Code.objects.get(axis="country")
    assert str(document) == "bread-and-words"
    assert str(Words.objects.get()) == "Bread and Words"
    assert str(code) == "country BE"
    assert str(Tag.objects.get(code=code)) == f"{document.pk} {code.pk}"
    assert str(Word.objects.get(word="bake")) == "bake"
    assert str(Ledger.objects.get()) == Ledger.objects.get().stamp
