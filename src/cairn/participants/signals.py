"""What rooms above may want to hear of, within the transaction in which it happens."""

from django.dispatch import Signal

erasing = Signal()
"""With `participant`: their records are erased. Sealed words need nothing, their key goes; days and choices that could point to
one person are to be blanked or rounded now."""
