"""Where files of documents are kept: beside the database, never under an address, for the owner's eyes only."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class Cupboard(FileSystemStorage):
    def __init__(self) -> None:
        super().__init__(
            location=settings.DATA_DIR / "documents",
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
        )
