"""A report with something in every section, told by words that a document must survive."""

from datetime import date

import pytest

from cairn.practices import actions as practices
from cairn.progress import actions, facts
from cairn.progress.models import Report
from tests.money.factories import a_grant, a_line, an_expense
from tests.participants.factories import a_participant
from tests.progress.factories import a_report, write
from tests.registers.factories import a_record
from tests.results.factories import a_measurement, a_target, an_indicator, an_objective

SLY = '=1+1 #panic("run") <b>bold</b> *no* $x$ @ref {{ 7 * 7 }}'
IN = date(2025, 4, 2)


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(
        organisation=organisation, by=coordinator, title="Steady Steps", starts_on=date(2025, 1, 1)
    )


@pytest.fixture
def report(practice, coordinator):
    grant = a_grant(practice, coordinator)
    an_expense(a_line(grant, coordinator), coordinator)
    for number in range(20):
        a_participant(practice, coordinator, sex="woman" if number < 14 else "man")
    indicator = an_indicator(an_objective(practice, coordinator), coordinator)
    a_target(indicator, coordinator)
    a_measurement(indicator, coordinator, "5")
    a_record(practice, coordinator, title=SLY, noted_on=IN)
    made = a_report(practice, coordinator, layout="six-monthly", grant=grant, title="Half a year")
    write(made, "summary", f"We moved.\n\n- **Ghent** first\n- {SLY}\n\n1. One\n\nخياطة")
    actions.explain(report=made, reasons={facts.asks_of(made)[0].key: "A firm closed."}, by=coordinator)
    return Report.objects.get(pk=made.pk)


@pytest.fixture
def paper(report):
    return facts.paper_of(report)
