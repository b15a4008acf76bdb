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

    # The practice's own records. Those on a person also ask that the person is assigned to them.
    KEEP_RECORDS = "keep_records"
    SEE_RECORDS = "see_records"
    RECORD_SESSIONS = "record_sessions"
    WORK_WITH_PARTICIPANTS = "work_with_participants"
    MANAGE_PARTICIPANTS = "manage_participants"
    BREAK_GLASS = "break_glass"
    KEEP_NAMES = "keep_names"
    HANDLE_REPORTS = "handle_reports"
    MANAGE_MONEY = "manage_money"
    EXPORT_RECORDS = "export_records"
    IMPORT_RECORDS = "import_records"
    WRITE_REPORTS = "write_reports"
    SEE_RELEASED = "see_released"
    READ_TRAIL = "read_trail"
