"""Who is asking: a program with a key, or a person who is signed in."""

from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer, SessionAuth

from cairn.people import actions, facts
from cairn.people.models import Person


class Request(HttpRequest):
    """A request that came through the door."""

    auth: Person


class Key(HttpBearer):
    """A key for programs, in the header: `Authorization: Bearer cairn_…`."""

    openapi_description = "A key for programs, made under your account; it may do whatever you may."

    def authenticate(self, request: HttpRequest, token: str) -> Person:
        """A key that opens nothing ends here: it never falls back on a session that happens to be there."""
        key = facts.token_of(token)
        if key is None:
            raise AuthenticationError
        actions.note_use_of_token(token=key)
        return key.person


class SignedIn(SessionAuth):
    """The session of a signed-in person, as our own pages use it; verbs that change things need X-CSRFToken."""

    openapi_description = "The session cookie; verbs that change things also need the X-CSRFToken header."

    def __call__(self, request: HttpRequest) -> Person | None:
        # Whoever is not signed in is told so, instead of being asked for a token against forgery.
        if not request.user.is_authenticated:
            return None
        person: Person | None = super().__call__(request)
        return person


DOOR = [Key(), SignedIn()]
