"""Who may do what, and where."""

import hashlib

from allauth.usersessions.models import UserSession
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.common.tables import Column
from cairn.people.enums import Permission
from cairn.people.models import AccessToken, Membership, Organisation, Person
from cairn.people.roles import ROLES


def roles_with(permission: Permission) -> list[str]:
    return [key for key, role in ROLES.items() if permission in role.permissions]


def organisations_where(person: Person, permission: Permission) -> list[int]:
    """Ids of the organisations in which the person holds a role that allows it."""
    return list(
        person.memberships.filter(role__in=roles_with(permission)).values_list("organisation_id", flat=True)
    )


def may(person: Person, permission: Permission, organisation: Organisation) -> bool:
    return person.memberships.filter(organisation=organisation, role__in=roles_with(permission)).exists()


def permissions_in(person: Person, organisation: Organisation) -> frozenset[Permission]:
    """Everything that the person may do there, in one query: for whoever asks about more than one permission."""
    held = person.memberships.filter(organisation=organisation).values_list("role", flat=True)
    return frozenset().union(*(ROLES[role].permissions for role in held))


def people_who_may(permission: Permission, organisation: Organisation) -> QuerySet[Person]:
    """Whoever may do it there and can still sign in, by name."""
    return Person.objects.filter(
        is_active=True,
        memberships__organisation=organisation,
        memberships__role__in=roles_with(permission),
    ).order_by("name", "pk")


def digest_of(secret: str) -> str:
    """Tokens are long and random, so one round of SHA-256 is enough to keep them."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(secret: str) -> AccessToken | None:
    """The living token behind a secret, if any."""
    token = AccessToken.objects.select_related("person").filter(digest=digest_of(secret)).first()
    if token is None or not token.person.is_active:
        return None
    if token.expires_at and token.expires_at <= timezone.now():
        return None
    return token


def organisations_of(
    person: Person, permission: Permission = Permission.SEE_PRACTICE
) -> QuerySet[Organisation]:
    """The organisations for which this person may use this permission."""
    return Organisation.objects.filter(pk__in=organisations_where(person, permission))


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    return organisation.memberships.select_related("person").order_by("person__name", "pk")


MEMBER_COLUMNS = (
    Column(_("Name"), lambda member: member.person.name),
    Column(_("Email address"), lambda member: member.person.email),
    Column(_("Role"), lambda member: member.get_role_display()),
)


def sessions_of(person: Person) -> list[UserSession]:
    """Where the person is signed in, the newest first. Those that ended by themselves are cleared away."""
    return sorted(UserSession.objects.purge_and_list(person), key=lambda one: one.created_at, reverse=True)
