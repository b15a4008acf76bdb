"""Every column of the practice's own records says who may see it; what was done to people has no column."""

from importlib import import_module

import pytest
from django.apps import apps

from cairn.vault.fields import SealedText
from cairn.vault.privacy import NEVER, Who

RECORD_ROOMS = [
    "sheets",
    "surveys",
    "participants",
    "registers",
    "money",
    "needs",
    "plans",
    "activities",
    "voices",
    "listening",
    "offline",
    "results",
    "releases",
    "progress",
    "evidence",
]
MODELS = [model for room in RECORD_ROOMS for model in apps.get_app_config(room).get_models()]


def declared(model):
    room = import_module(f"cairn.{model._meta.app_label}.privacy")
    return room.WHO.get(model.__name__, {})


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
class TestColumns:
    def test_each_says_who_may_see_it(self, model):
        assert set(declared(model)) == {field.name for field in model._meta.concrete_fields}

    def test_what_only_some_may_see_and_is_sealed_is_sealed(self, model):
        sealed = {field.name for field in model._meta.concrete_fields if isinstance(field, SealedText)}
        assert {name for name, who in declared(model).items() if who in {Who.SEALED, Who.KEEPER}} == sealed

    def test_none_is_about_what_was_done_to_a_person(self, model):
        names = [field.name for field in model._meta.get_fields()]
        assert [name for name in names for piece in NEVER if piece in name.lower()] == []


def test_each_record_room_has_its_models_declared():
    """A declaration for a model that is gone would hide a slip of the pen."""
    for room in {model._meta.app_label for model in MODELS}:
        known = {model.__name__ for model in MODELS if model._meta.app_label == room}
        assert set(import_module(f"cairn.{room}.privacy").WHO) == known
