from smtplib import SMTPException

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import gettext_noop, override

from cairn.notices import actions, facts
from tests.factories import a_person

ASKED = gettext_noop("%(by)s asks you to look at %(practice)s.")


def asked(people, by, practice="Steady Steps"):
    return actions.tell(
        people=people,
        message=ASKED,
        parameters={"by": by.name, "practice": practice},
        address="/desk/",
        by=by,
    )


def test_each_is_told_once_and_never_who_did_it(
    assessor, reviewer, coordinator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        asked([assessor, assessor, reviewer, coordinator], coordinator)

    assert [str(notice) for notice in facts.notices_of(assessor)] == [
        "Cora asks you to look at Steady Steps."
    ]
    assert facts.unread(coordinator) == 0
    assert sorted(letter.to for letter in mail.outbox) == [[assessor.email], [reviewer.email]]
    assert mail.outbox[0].subject == "Cora asks you to look at Steady Steps."
    assert "http://localhost:8000/desk/" in mail.outbox[0].body


def test_what_nobody_did_is_told_to_everyone(assessor, coordinator):
    told = actions.tell(
        people=[assessor, coordinator], message=ASKED, parameters={}, address="/desk/", by=None
    )

    assert {notice.person for notice in told} == {assessor, coordinator}


def test_who_left_or_wants_no_email_gets_none(
    assessor, reviewer, coordinator, django_capture_on_commit_callbacks
):
    assessor.is_active = False
    actions.choose(by=reviewer, language="fr", wants_email=False, wants_weekly=True)

    with django_capture_on_commit_callbacks(execute=True):
        told = asked([assessor, reviewer], coordinator)

    assert [notice.person for notice in told] == [reviewer]
    assert mail.outbox == []


def test_a_notice_speaks_the_language_of_whoever_reads_it(assessor, coordinator, monkeypatch):
    (notice,) = asked([assessor], coordinator)

    with override("fr"):
        monkeypatch.setattr(
            "cairn.notices.models.gettext", {ASKED: "%(by)s vous demande : %(practice)s."}.get
        )
        assert str(notice) == "Cora vous demande : Steady Steps."


def test_line_breaks_in_a_title_break_no_email(assessor, coordinator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        asked([assessor], coordinator, practice="Two\nlines")

    assert mail.outbox[0].subject == "Cora asks you to look at Two lines."


@pytest.mark.parametrize("fault", [SMTPException("closed"), ConnectionRefusedError()])
def test_a_silent_mail_server_stops_nobody(
    assessor, coordinator, monkeypatch, caplog, fault, django_capture_on_commit_callbacks
):
    def refuse(*_arguments):
        raise fault

    monkeypatch.setattr(actions, "send_mail", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        asked([assessor], coordinator)

    assert facts.unread(assessor) == 1
    assert type(fault).__name__ in caplog.text
    assert assessor.email not in caplog.text


def test_following_a_notice_ticks_it_off(client, assessor, coordinator):
    (notice,) = asked([assessor], coordinator)
    asked([assessor], coordinator, practice="Another")
    client.force_login(assessor)

    assert client.post(reverse("notice", args=[notice.pk])).url == "/desk/"
    assert facts.unread(assessor) == 1
    assert client.post(reverse("notices_read")).url == reverse("notices")
    assert facts.unread(assessor) == 0


def test_notices_of_others_look_as_if_they_were_not_there(client, assessor, coordinator):
    (notice,) = asked([assessor], coordinator)
    client.force_login(a_person("Nosy"))

    assert client.post(reverse("notice", args=[notice.pk])).status_code == 404
    assert facts.unread(assessor) == 1


def test_one_says_how_one_wants_to_be_told(client, assessor):
    client.force_login(assessor)

    client.post(reverse("notices"), {"language": "ar"})

    assessor.refresh_from_db()
    assert (assessor.language, assessor.wants_email, assessor.wants_weekly) == ("ar", False, False)
    assert client.post(reverse("notices"), {"language": "xx"}).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_at_any_length(
    client, assessor, coordinator, number, django_assert_num_queries
):
    client.force_login(assessor)
    for _ in range(number):
        asked([assessor], coordinator)

    with django_assert_num_queries(5):
        page = client.get(reverse("notices")).content.decode()

    assert page.count("Look at it") == number


def test_an_empty_list_says_what_will_come(client, assessor):
    client.force_login(assessor)

    assert "Nothing yet" in client.get(reverse("notices")).content.decode()
