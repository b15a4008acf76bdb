"""What an edition says of evidence, the same on its page and in its files."""

from django.utils.translation import gettext_lazy as _

EVIDENCE = _(
    "How far the practice’s own records carried a mark when this edition was published: 1 told by the team or stated, 2 counted from daily records, 3 counted and confirmed from a second side. It is reckoned by rules from those records, and nobody outside has checked them. A mark without it can be just as true: it rests on what people judged."
)
"""What it is and what it is not."""
