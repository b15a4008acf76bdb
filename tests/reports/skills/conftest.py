"""Somebody with something in every section, told by words that a document must survive."""

import pytest

from cairn.needs.actions import skills
from cairn.needs.skills import SECTIONS
from cairn.practices import actions as practices
from tests.needs.factories import a_wish, an_entry
from tests.participants.factories import a_participant, a_worker

SLY = '=1+1 #panic("run") <b>bold</b> *no* $x$ @ref'


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def worker(practice):
    return a_worker(practice)


@pytest.fixture
def told(practice, coordinator, worker):
    person = a_participant(practice, coordinator, worker=worker)
    an_entry(person, worker, "personal", situation="looking")
    an_entry(person, worker, language="ti", first=True)
    an_entry(person, worker, language="ar", reading="none", listening="B1")
    an_entry(person, worker, "work", occupation="71", tasks=SLY, country="ER", years=7, informal=True)
    an_entry(person, worker, "skills", kind="crafts", what="خياطة", learnt=["home", "community"])
    an_entry(person, worker, "barriers", kind="health", words="Her knee.")
    skills.put(participant=person, section=SECTIONS["education"], asked="nothing", by=worker)
    skills.put(participant=person, section=SECTIONS["expectations"], asked="hidden", by=worker)
    a_wish(person, worker, "71")
    a_wish(person, worker, "F")
    a_wish(person, worker, "A", wanted=False)
    return person
