from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save

NO_ADDRESS = "::"
"""Stands where the library would keep from which address somebody signed in."""


class PeopleConfig(AppConfig):
    name = "cairn.people"

    def ready(self) -> None:
        from cairn.people.middleware import came_in  # noqa: PLC0415  # models are not there before

        user_logged_in.connect(came_in)
        pre_save.connect(_without_address, sender="usersessions.UserSession")


def _without_address(instance: Any, **_: Any) -> None:
    """Where people are is not kept: the browser's name is enough to tell one session from another."""
    instance.ip = NO_ADDRESS
