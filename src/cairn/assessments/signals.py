"""What rooms above may want to hear of, within the transaction in which it happens."""

from django.dispatch import Signal

approval_voided = Signal()
"""With `assessment`: something it says was changed, so its approval is gone. The change is stored already."""

published = Signal()
"""With `assessment` and `by`: its edition is public."""
