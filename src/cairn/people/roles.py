"""Roles as classes: a name people know and what it allows. Stored by key, never by class path."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.people.enums import Permission


class Role:
    key: ClassVar[str]
    name: ClassVar[str | Promise]
    description: ClassVar[str | Promise]
    permissions: ClassVar[frozenset[Permission]]


class Coordinator(Role):
    key = "coordinator"
    name = _("Coordinator")
    description = _("Runs the practice: describes it, imports, assesses, publishes, and invites people.")
    permissions = frozenset(Permission)


class Assessor(Role):
    key = "assessor"
    name = _("Assessor")
    description = _("Judges practices: writes narratives and marks items, but does not publish.")
    permissions = frozenset(
        {
            Permission.SEE_PRACTICE,
            Permission.SEE_ASSESSMENT,
            Permission.ASSESS,
            Permission.COMMENT,
            Permission.IMPROVE,
            Permission.ATTACH,
            Permission.IMPORT,
        }
    )


class Reviewer(Role):
    key = "reviewer"
    name = _("Reviewer")
    description = _(
        "Reads what others judged, comments on it, sends it back or approves it; writes no marks."
    )
    permissions = frozenset(
        {Permission.SEE_PRACTICE, Permission.SEE_ASSESSMENT, Permission.COMMENT, Permission.APPROVE}
    )


class Editor(Role):
    key = "editor"
    name = _("Editor")
    description = _("Gathers published practices into collections for the public.")
    permissions = frozenset({Permission.SEE_PRACTICE, Permission.SEE_ASSESSMENT, Permission.CURATE})


class Reader(Role):
    key = "reader"
    name = _("Reader")
    description = _(
        "Reads practices and assessments before they are public, as a funder or policymaker does."
    )
    permissions = frozenset({Permission.SEE_PRACTICE, Permission.SEE_ASSESSMENT})


ROLES: dict[str, type[Role]] = {role.key: role for role in (Coordinator, Assessor, Reviewer, Editor, Reader)}
