"""What can be done with people and organisations."""

import secrets
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.common.slugs import free_slug
from cairn.people import facts
from cairn.people.enums import Permission
from cairn.people.models import AccessToken, FourEyesChange, Membership, Organisation, Person
from cairn.people.roles import Role


@transaction.atomic
def add_person(*, email: str, name: str, password: str | None) -> Person:
    """A person who can sign in; without a password only by other means."""
    person = Person(email=Person.objects.normalize_email(email), name=name)
    person.set_password(password)
    person.full_clean(exclude=["password"])
    person.save()
    return person


@transaction.atomic
def found_organisation(
    *, name: str, country: str = "", website: str = "", four_eyes: bool = True
) -> Organisation:
    organisation = Organisation(name=name, country=country, website=website, four_eyes=four_eyes)
    organisation.slug = free_slug(name, Organisation.objects.all(), otherwise="organisation")
    organisation.full_clean()
    organisation.save()
    return organisation


@transaction.atomic
def ask_for_four_eyes(*, organisation: Organisation, wanted: bool, reason: str, by: Person) -> FourEyesChange:
    """From now on a second person approves before anything is published, or nobody has to; both for a reason.

    Raises ValidationError where it is so already, as when two people change it at once.
    """
    changed = Organisation.objects.filter(pk=organisation.pk, four_eyes=not wanted).update(four_eyes=wanted)
    if not changed:
        raise ValidationError(_("This is how it stands already; someone else may have changed it just now."))
    organisation.four_eyes = wanted
    return FourEyesChange.objects.create(organisation=organisation, wanted=wanted, reason=reason, by=by)


@transaction.atomic
def give_role(*, person: Person, organisation: Organisation, role: type[Role]) -> Membership:
    membership, _made = Membership.objects.update_or_create(
        person=person, organisation=organisation, defaults={"role": role.key}
    )
    return membership


@transaction.atomic
def make_token(*, person: Person, name: str, expires_at: datetime | None = None) -> tuple[AccessToken, str]:
    """A new token and its secret, which cannot be shown again."""
    secret = f"cairn_{secrets.token_urlsafe(32)}"
    token = AccessToken.objects.create(
        person=person, name=name, digest=facts.digest_of(secret), expires_at=expires_at
    )
    return token, secret


class NameMissing(Exception):  # said in the form
    """A new person needs a name."""


class LastManager(Exception):  # said in the form
    """The last one who may manage people would stop being so."""


@transaction.atomic
def invite(
    *, organisation: Organisation, email: str, name: str, role: type[Role]
) -> tuple[Membership, str | None]:
    """Give someone a role; who has no account yet gets one, with a first password that is shown once.

    Raises NameMissing for a new person without a name, LastManager when nobody could manage people afterwards.
    """
    person = Person.objects.filter(email__iexact=email).first()
    password = None
    if person is None:
        if not name.strip():
            raise NameMissing
        password = secrets.token_urlsafe(12)
        person = add_person(email=email, name=name, password=password)
    member = give_role(person=person, organisation=organisation, role=role)
    managers = facts.roles_with(Permission.MANAGE_PEOPLE)
    if not organisation.memberships.filter(role__in=managers).exists():
        raise LastManager
    return member, password


@transaction.atomic
def revoke_token(*, token: AccessToken) -> None:
    """From now on the key opens nothing. Nothing of it is kept."""
    token.delete()


def note_use_of_token(*, token: AccessToken) -> None:
    """Remembers the day, not the hour: reading by program then costs at most one write a day."""
    today = timezone.now().date()
    if token.used_on != today:
        AccessToken.objects.filter(pk=token.pk).update(used_on=today)


@transaction.atomic
def end_session(*, session: UserSession) -> None:
    """Whoever holds that browser has to sign in again with the next click."""
    session.end()


@transaction.atomic
def sign_out_everywhere(*, person: Person) -> int:
    """Ends every session of the person; how many there were. Keys for programs stay: they are revoked one by one."""
    sessions = facts.sessions_of(person)
    for session in sessions:
        end_session(session=session)
    return len(sessions)
