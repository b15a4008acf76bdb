"""Who may see which column on reports (vault/privacy.py). Figures in them are as funders may read them: without small counts of people."""

from cairn.vault.privacy import Declared, Who


def _of(*columns: str) -> dict[str, Who]:
    return {"id": Who.SYSTEM} | dict.fromkeys(columns, Who.TEAM)


WHO: Declared = {
    "Report": _of(
        "practice", "grant", "follows", "title", "which", "layout", "starts_on", "ends_on", "language", "state", "figures",
        "figures_on", "reasons", "revision", "written_by", "made_by", "made_at",
    ),
    "Block": _of("report", "key", "words", "drafted", "carried", "revision"),
    "Step": _of("report", "verb", "note", "by", "at"),
    "Signed": _of("report", "text", "digest", "by", "at"),
    "OwnLayout": _of("organisation", "key", "text", "made_by", "made_at", "retired_at"),
    "WordTemplate": _of("organisation", "name", "content", "made_by", "made_at", "retired_at"),
}  # fmt: skip
