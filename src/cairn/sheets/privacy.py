"""Who may see which column of imports (vault/privacy.py)."""

from cairn.vault.privacy import Declared, Who

WHO: Declared = {
    "Import": {
        "id": Who.SYSTEM, "practice": Who.TEAM, "table": Who.TEAM, "file_name": Who.SEALED, "cells": Who.SEALED,
        "matching": Who.SYSTEM, "state": Who.TEAM, "looked_at": Who.SYSTEM, "of": Who.TEAM, "taken": Who.TEAM,
        "refused": Who.TEAM, "stopped_by": Who.TEAM, "beat_at": Who.SYSTEM, "by": Who.TEAM, "at": Who.TEAM,
    },
    "Brought": {
        "id": Who.SYSTEM, "sheet": Who.SYSTEM, "model": Who.SYSTEM, "key": Who.SYSTEM, "before": Who.SEALED,
        "after": Who.SYSTEM,
    },
}  # fmt: skip
