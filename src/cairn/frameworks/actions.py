"""What can be done with frameworks: load a version, once and for ever, and take one out of use."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cairn.frameworks import facts
from cairn.frameworks.mapping import Mapping
from cairn.frameworks.models import FrameworkVersion, LoadedMapping, Withdrawal
from cairn.frameworks.shape import Framework
from cairn.people.models import Person


class OtherContent(ValueError):
    """A version with this name is loaded already and says something else."""


@transaction.atomic
def load(*, framework: Framework, shipped: bool = False) -> FrameworkVersion:
    """Keeps a framework. The same content again changes nothing; other content under the same name is refused."""
    content = facts.content_of(framework)
    digest = facts.digest_of(content)
    version, new = FrameworkVersion.objects.get_or_create(
        framework_id=framework.id,
        version=framework.version,
        defaults={"title": framework.title, "digest": digest, "content": content, "shipped": shipped},
    )
    if not new and version.digest != digest:
        raise OtherContent(
            f"{framework.ref} is loaded already with other content. A loaded version never changes: give the new "
            f"content a new version, for example {framework.version}.1."
        )
    return version


@transaction.atomic
def load_shipped() -> list[FrameworkVersion]:
    """Every framework that comes with Cairn."""
    return [load(framework=framework, shipped=True) for framework in facts.shipped()]


@transaction.atomic
def load_mapping(*, mapping: Mapping) -> LoadedMapping:
    """Keeps a mapping between two frameworks, as `load` keeps a framework. Raises OtherContent."""
    content = mapping.model_dump_json()
    digest = facts.digest_of(content)
    loaded, _new = LoadedMapping.objects.get_or_create(
        mapping_id=mapping.id,
        version=mapping.version,
        defaults={"digest": digest, "content": content},
    )
    if loaded.digest != digest or mapping.id in {shipped.id for shipped in facts.shipped_mappings()}:
        raise OtherContent(
            f"The name {mapping.id}, version {mapping.version}, is taken by other content. "
            "Give the mapping another id or version."
        )
    return loaded


@transaction.atomic
def withdraw(*, version: FrameworkVersion, reason: str, by: Person) -> Withdrawal:
    """Take a version out of use. Nothing is deleted, and assessments by it go on.

    Raises ValidationError without a reason, and where it was withdrawn before.
    """
    withdrawal = Withdrawal(framework_version=version, reason=reason.strip(), by=by)
    if not withdrawal.reason:
        raise ValidationError(_("Say why, so that others understand."))
    if facts.withdrawal_of(version):
        raise ValidationError(_("This version was withdrawn before."))
    withdrawal.save()
    return withdrawal


@transaction.atomic
def offer_again(*, version: FrameworkVersion, by: Person) -> FrameworkVersion:  # verbs say who
    """Put a withdrawn version back into use."""
    Withdrawal.objects.filter(framework_version=version).delete()
    return version
