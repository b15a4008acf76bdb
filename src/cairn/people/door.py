"""How people come in: accounts are made by a coordinator, never by strangers."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Door(DefaultAccountAdapter):  # type: ignore[misc]  # allauth brings no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
