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
    description = _(
        "Runs the practice: describes it, keeps its records, assesses, publishes, and invites people. "
        "Sees figures on participants, never a person’s own record."
    )
    permissions = frozenset(Permission) - {
        Permission.WORK_WITH_PARTICIPANTS,
        Permission.BREAK_GLASS,
        Permission.KEEP_NAMES,
        Permission.HANDLE_REPORTS,
    }


class SocialWorker(Role):
    key = "social_worker"
    name = _("Social worker")
    description = _(
        "Works with the participants assigned to them: needs, skills, work plans, sessions. Sees no one else’s."
    )
    permissions = frozenset(
        {
            Permission.SEE_PRACTICE,
            Permission.SEE_RECORDS,
            Permission.KEEP_RECORDS,
            Permission.RECORD_SESSIONS,
            Permission.WORK_WITH_PARTICIPANTS,
            Permission.BREAK_GLASS,
            Permission.EXPORT_RECORDS,
            Permission.IMPORT_RECORDS,
        }
    )


class Mediator(Role):
    key = "mediator"
    name = _("Cultural mediator")
    description = _("Is present at sessions and records them; works with the participants assigned to them.")
    permissions = frozenset(
        {
            Permission.SEE_PRACTICE,
            Permission.SEE_RECORDS,
            Permission.RECORD_SESSIONS,
            Permission.WORK_WITH_PARTICIPANTS,
        }
    )


class NameKeeper(Role):
    key = "name_keeper"
    name = _("Keeper of names")
    description = _("Keeps the one list that says which name belongs to which code, where there is one.")
    permissions = frozenset({Permission.SEE_PRACTICE, Permission.KEEP_NAMES})


class Safeguarding(Role):
    key = "safeguarding"
    name = _("Safeguarding lead")
    description = _(
        "Receives what people report in confidence about harm, staff or discrimination, and sees to it in time. "
        "Nobody else reads it; reports on sessions that they ran themselves stay hidden from them."
    )
    permissions = frozenset({Permission.SEE_PRACTICE, Permission.HANDLE_REPORTS})


class Funder(Role):
    key = "funder"
    name = _("Funder")
    description = _(
        "Reads the practice’s description, signed reports and the tables that were released to them; nothing else."
    )
    permissions = frozenset({Permission.SEE_PRACTICE, Permission.SEE_RELEASED})


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
        "Reads what others judged, comments on it, sends it back or approves it; signs reports to funders. Writes no marks."
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


ALL = (
    Coordinator,
    SocialWorker,
    Mediator,
    NameKeeper,
    Safeguarding,
    Assessor,
    Reviewer,
    Editor,
    Funder,
    Reader,
)
ROLES: dict[str, type[Role]] = {role.key: role for role in ALL}
