"""The framework that a page of evidence is about, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.utils.translation import get_language

from cairn.evidence.rules import asked, rules_of
from cairn.frameworks import facts as frameworks

if TYPE_CHECKING:
    from cairn.frameworks.shape import Framework, Node


def framework_or_404(framework_id: str) -> Framework:
    """Raises Http404 where there are no rules for it, or it is not loaded here."""
    if not rules_of(framework_id):
        raise Http404
    try:
        version = frameworks.loaded_version(framework_id)
    except ObjectDoesNotExist as fault:
        raise Http404 from fault
    return frameworks.framework_in(version, get_language())


def item_or_404(framework_id: str, item: str) -> tuple[Framework, Node]:
    """Raises Http404 where the framework has no such item, or no rule for it."""
    framework = framework_or_404(framework_id)
    if item not in rules_of(framework_id) or item not in framework.by_id:
        raise Http404
    return framework, framework.by_id[item]


def all_asked() -> list[Framework]:
    """Every framework that is loaded here and has rules, the usual one first."""
    newest = {version.framework_id: version for version in reversed(frameworks.loaded())}
    return [frameworks.framework_in(newest[one], get_language()) for one in asked() if one in newest]
