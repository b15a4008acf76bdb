"""What people may do. Roles are named in roles.py."""

from enum import StrEnum


class Permission(StrEnum):
    """One verb each. A view or action names the one it needs; roles hold sets of them."""

    SEE_PRACTICE = "see_practice"
    EDIT_PRACTICE = "edit_practice"
    SEE_ASSESSMENT = "see_assessment"
    ASSESS = "assess"
    COMMENT = "comment"
    MANAGE_ROUNDS = "manage_rounds"
    APPROVE = "approve"
    IMPROVE = "improve"
    ATTACH = "attach"
    IMPORT = "import"
    PUBLISH = "publish"
    ADAPT = "adapt"
    CURATE = "curate"
    LOAD_FRAMEWORKS = "load_frameworks"
    MANAGE_PEOPLE = "manage_people"
