"""What rooms above are asked."""

from django.dispatch import Signal

also_told = Signal()
"""With `practice`: which tables of people reached they told its funders, as a list of `audit.Published`."""
