import io

import pytest
import xlsxwriter

from cairn.people.roles import SocialWorker
from cairn.practices import actions as practices
from cairn.sheets import actions, facts, running
from tests.factories import a_person
from tests.sheets.table import TABLE


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def worker(organisation):
    return a_person("Wilma", organisation, SocialWorker)


@pytest.fixture(autouse=True)
def people(monkeypatch):
    """The one list of these stories; imports run at once instead of beside the page."""
    monkeypatch.setattr(facts, "tables", lambda: {"people": TABLE})
    monkeypatch.setattr(
        running,
        "begin",
        lambda *, sheet, only_good, by: actions.bring(sheet=sheet, only_good=only_good, by=by),
    )
    return TABLE


def a_workbook(*rows):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for down, row in enumerate(rows):
            sheet.write_row(down, 0, row)
    return buffer.getvalue()


def a_csv(*rows):
    return "\n".join(",".join(map(str, row)) for row in rows).encode()
