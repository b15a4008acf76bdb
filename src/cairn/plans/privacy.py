"""Who may see which column of work plans (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

_EACH = {"id": Who.SYSTEM, "participant": Who.ASSIGNED, "made_at": Who.ASSIGNED, "by": Who.ASSIGNED}


def _on_a_person(*open_columns: str, sealed: tuple[str, ...] = ()) -> dict[str, Who]:
    return _EACH | dict.fromkeys(open_columns, Who.ASSIGNED) | dict.fromkeys(sealed, Who.SEALED)


WHO: Declared = {
    "WorkPlan": _on_a_person("begun_on", "ended_on", "review_on"),
    "Goal": _on_a_person(
        "plan", "kind", "chosen_by", "quantity", "unit", "baseline", "due_on", "need", "sector", "state", "closed_on",
        "revision", sealed=("words",),
    ),
    "Progress": _on_a_person("goal", "on", "quantity"),
    "Step": _on_a_person("goal", "due_on", "done_on", "support", sealed=("words",)),
    "PlanReview": _on_a_person("plan", "on", "strength_seen", "mediator", sealed=("strength", "note")),
    "SelfRating": _on_a_person("on", "trying", "deciding", "speaking", "finding", "counting"),
    "Exit": _on_a_person("on", "reason", "result", "back_on", sealed=("note",)),
    "FollowUp": _on_a_person(
        "exit", "months", "due_on", "done_on", "contact", "holds", "work", "home", "health", "social", sealed=("note",)
    ),
}  # fmt: skip
