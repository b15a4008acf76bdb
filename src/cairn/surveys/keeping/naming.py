"""What a text of a form is called before people."""

from django.utils.translation import gettext as _

from cairn.surveys.writing.wording import Text


def name_of(text: Text) -> str:
    """`Question today`, `Answer good of faces`..."""
    _sheet, *names, column = text.place.split("/")
    words = {
        "shown_title": _("Title"),
        "label": _("Question “%(name)s”"),
        "hint": _("Hint to “%(name)s”"),
        "constraint_message": _("What is said where the answer to “%(name)s” does not fit"),
    }[column]
    if text.sheet == "choices":
        words = _("Answer “%(name)s” of “%(list)s”")
    return words % {"name": names[-1] if names else "", "list": names[0] if names else ""}
