"""What people may do. Roles are named in roles.py."""

from enum import StrEnum


class Permission(StrEnum):
    """One verb each. A view or action names the one it needs; roles hold sets of them."""

    SEE_PRACTICE = "see_practice"
    EDIT_PRACTICE = "edit_practice"
    SEE_ASSESSMENT = "see_assessment"
    ASSESS = "assess"
    IMPORT = "import"
    PUBLISH = "publish"
    LOAD_FRAMEWORKS = "load_frameworks"
    MANAGE_PEOPLE = "manage_people"
