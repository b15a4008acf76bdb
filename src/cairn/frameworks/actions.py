"""What can be done with frameworks: load a version, once and for ever."""

from django.db import transaction

from cairn.frameworks import facts
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.shape import Framework


class OtherContent(ValueError):
    """A version with this name is loaded already and says something else."""


@transaction.atomic
def load(*, framework: Framework, shipped: bool = False) -> FrameworkVersion:
    """Keeps a framework. The same content again changes nothing; other content under the same name is refused."""
    content = framework.model_dump_json()
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
