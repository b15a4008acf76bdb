"""People who sign in, organisations, who does what where, and keys for programs."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from cairn.people.roles import ROLES


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Someone who signs in: staff, assessor, funder. Never a participant."""

    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=35, blank=True, choices=settings.LANGUAGES)
    """For what is sent to the person; pages follow the language switch. Empty means the site's own."""
    wants_email = models.BooleanField(_("send me notices by email"), default=True)
    wants_weekly = models.BooleanField(_("tell me each week what changed in evidence"), default=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    website = models.URLField(_("website"), blank=True)
    four_eyes = models.BooleanField(_("a second person approves before anything is published"), default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FourEyesChange(models.Model):
    """When an organisation began or ceased to ask for a second pair of eyes, and why. Rows are only ever added."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="four_eyes_changes")
    wanted = models.BooleanField()
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.wanted}"


class Membership(models.Model):
    """What a person does in an organisation."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(key, role.name) for key, role in ROLES.items()])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation"], name="one_role_per_person_and_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}, {self.organisation}"


class AccessToken(models.Model):
    """A key for a program acting for a person. Only its hash is kept; it is shown once, when made."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(_("what it is for"), max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    used_on = models.DateField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name
