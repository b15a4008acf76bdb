"""`./cairn embeddings`: passages are compared by meaning too, from now on. Part of `./cairn daily`."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from cairn.passages import vectors
from cairn.passages.embedding import embedder


class Command(BaseCommand):
    help = (
        "Reckons, for every passage and every item that has none yet, where it lies in meaning, so that passages in other "
        "words and other languages are found. Can be broken off and run again. Does nothing where the extra is missing."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        model = embedder()
        if model is None:
            self.stdout.write("Passages are compared by their words alone.")
            return
        began = time.monotonic()
        done = vectors.reckon(embedder=model, told=self._tell)
        self.stdout.write(f"{model.name}: {done} texts in {time.monotonic() - began:.1f} s")

    def _tell(self, done: int, whole: int) -> None:
        self.stdout.write(f"{done} of {whole} …")
