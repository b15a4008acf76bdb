"""Second factors as this house keeps them: their secrets are sealed, and the last one stays where one is demanded."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from cairn.vault import sealing

OWNER = PLACE = "second-factors"


class Factors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth brings no types
    def encrypt(self, text: str) -> str:
        return sealing.seal(text, owner=OWNER, place=PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Raises what `unseal` raises: without its key a secret opens nothing, and nobody comes in by it."""
        return sealing.unseal(encrypted_text, owner=OWNER, place=PLACE)

    def build_totp_svg(self, url: str) -> str:
        """On white, because phones cannot read it on a dark page."""
        white = '<rect width="100%" height="100%" fill="#fff"/>'
        return str(super().build_totp_svg(url)).replace("<path", f"{white}<path", 1)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last that lets its person in, where the house demands one. Recovery codes alone do not count."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return not settings.SECOND_FACTOR or (others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
