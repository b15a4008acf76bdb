"""Bringing a long sheet in beside the page, so that the page can show how far it has come."""

import logging
import threading

from django.db import connections
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cairn.people.models import Person
from cairn.sheets import actions
from cairn.sheets.enums import State
from cairn.sheets.models import Import

SILENT = 60
"""Seconds without a sign of life after which a running import is taken for dead, as when the server was stopped."""
log = logging.getLogger(__name__)


def begin(*, sheet: Import, only_good: bool, by: Person) -> None:
    """Starts it and returns at once; the sheet's own row says how it goes."""
    threading.Thread(
        target=_run, args=(sheet, only_good, by, translation.get_language()), name=f"import {sheet.pk}"
    ).start()


def _run(sheet: Import, only_good: bool, by: Person, language: str | None) -> None:
    with translation.override(language):
        try:
            actions.bring(sheet=sheet, only_good=only_good, by=by)
        except (
            Exception
        ):  # whatever it is: the reader is told that nothing was brought in, the log says what it was
            log.exception("import %s stopped", sheet.pk)
            actions.stop(sheet=sheet, why=_("Something went wrong here. Nothing was brought in."))
        finally:
            connections.close_all()


def is_dead(sheet: Import) -> bool:
    """Whether it runs by its own words but has shown no life for long."""
    return (
        sheet.state == State.RUNNING
        and sheet.beat_at is not None
        and (timezone.now() - sheet.beat_at).total_seconds() > SILENT
    )
