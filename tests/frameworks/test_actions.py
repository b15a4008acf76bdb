import pytest

from cairn.frameworks import actions, facts
from cairn.frameworks.models import FrameworkVersion

pytestmark = pytest.mark.django_db


def test_loading_the_same_content_again_changes_nothing(criteria):
    again = actions.load(framework=facts.framework_of(criteria))

    assert again == criteria
    assert FrameworkVersion.objects.count() == 1


def test_other_content_under_the_same_name_is_refused(criteria):
    other = facts.framework_of(criteria).model_copy(update={"title": "Other criteria"})

    with pytest.raises(actions.OtherContent, match="good-practice-criteria@1 is loaded already"):
        actions.load(framework=other)


def test_a_loaded_version_cannot_be_saved_again(criteria):
    with pytest.raises(TypeError, match="never changes"):
        criteria.save()


def test_shipped_frameworks_load():
    loaded = actions.load_shipped()

    assert [version.shipped for version in loaded] == [True] * len(facts.shipped())
    assert facts.latest("good-practice-criteria") in loaded
