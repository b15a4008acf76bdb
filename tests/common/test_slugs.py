from cairn.common.slugs import free_slug
from cairn.people.models import Organisation


def test_the_second_of_a_name_gets_a_number(organisation):
    assert (
        free_slug("House of Many Doors", Organisation.objects.all(), "organisation")
        == "house-of-many-doors-2"
    )


def test_a_name_without_latin_letters_gets_a_plain_slug(db):
    assert free_slug("بيت", Organisation.objects.all(), "organisation") == "organisation"
