"""What the choices of the list are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from cairn.common.countries import country_name
from cairn.common.languages import language_name
from cairn.frameworks import facts as frameworks
from cairn.frameworks.shape import Framework
from cairn.people.models import Organisation
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup
from cairn.repository.filters import NAMES, Choice
from cairn.search.shape import Axis, Sort

AXES: dict[Axis, str | Promise] = {
    Axis.COUNTRY: gettext_lazy("Country"),
    Axis.TARGET_GROUP: gettext_lazy("Who takes part"),
    Axis.LEGAL_STATUS: gettext_lazy("Their legal status"),
    Axis.INTEGRATION_AREA: gettext_lazy("Areas of integration"),
    Axis.LANGUAGE: gettext_lazy("Languages"),
    Axis.FRAMEWORK: gettext_lazy("Judged by"),
    Axis.CRITERION: gettext_lazy("Where it stands out"),
    Axis.ORGANISATION: gettext_lazy("Organisation"),
}
SORTS: dict[Sort, str | Promise] = {
    Sort.RELEVANCE: gettext_lazy("Best match first"),
    Sort.NEWEST: gettext_lazy("Newest first"),
    Sort.OLDEST: gettext_lazy("Oldest first"),
    Sort.TITLE: pgettext_lazy("order of a list", "By title"),
}


class Labels:
    """Looks frameworks and organisations up once for a whole page, however many choices name them."""

    def __init__(self, organisations: Iterable[str] = ()) -> None:
        """`organisations` are the slugs that may be asked for."""
        self._frameworks: dict[str, Framework] = {}
        for version in frameworks.loaded().reverse():
            framework = frameworks.framework_in(version, get_language())
            self._frameworks |= {version.framework_id: framework, str(version): framework}
        named = Organisation.objects.filter(slug__in=list(organisations))
        self._organisations = dict(named.values_list("slug", "name"))

    def of(self, axis: Axis, code: str) -> str:
        """The code itself where nobody gave it a name."""
        names: dict[Axis, Callable[[str], str]] = {
            Axis.COUNTRY: country_name,
            Axis.LANGUAGE: language_name,
            Axis.TARGET_GROUP: partial(_named, TargetGroup),
            Axis.LEGAL_STATUS: partial(_named, LegalStatus),
            Axis.INTEGRATION_AREA: partial(_named, IntegrationArea),
            Axis.FRAMEWORK: self._framework,
            Axis.CRITERION: self._criterion,
            Axis.ORGANISATION: lambda slug: self._organisations.get(slug, slug),
        }
        return names[axis](code)

    def choice(self, choice: Choice) -> str:
        """What a removable tag says."""
        if choice.name == "q":
            return f"“{choice.value}”"
        if choice.name == "from":
            return _("since %(year)s") % {"year": choice.value}
        if choice.name == "to":
            return _("until %(year)s") % {"year": choice.value}
        axis = next(axis for axis, name in NAMES.items() if name == choice.name)
        return self.of(axis, choice.value)

    def _framework(self, code: str) -> str:
        framework = self._frameworks.get(code)
        return framework.title if framework else code

    def _criterion(self, code: str) -> str:
        """Of `framework:node`; the code itself where no such framework is loaded."""
        framework_id, _colon, node_id = code.partition(":")
        framework = self._frameworks.get(framework_id)
        node = framework.by_id.get(node_id) if framework else None
        return (node.short or node.text) if node else code


def _named(known: type[TargetGroup | LegalStatus | IntegrationArea], code: str) -> str:
    return str(dict(known.choices).get(code, code))
