"""Submissions as ODK Collect writes them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.surveys.answering import usual_words
from cairn.surveys.submissions import Unreadable, answers_of_submission, form_asked_for
from tests.surveys.factories import FACES, HOW, WHY, a_form, choices_of, sheets_of

META = "<meta><instanceID>uuid:1</instanceID></meta>"


@pytest.fixture
def version(db):
    group = {"type": "begin group", "name": "more", "label": "More"}
    many = {"type": "select_multiple places", "name": "where", "label": "Where?"}
    rows = [HOW, group, WHY, many, {"type": "end group"}]
    return a_form(sheets=sheets_of(*rows, choices=[*FACES, *choices_of("places", "here", "there")]))


def sent(inside, *, start='<data id="feedback" version="1">'):
    return f"<?xml version='1.0'?>{start}{inside}</data>".encode()


def test_answers_are_read_by_their_place(version):
    data = sent(f"<today>bad</today><more><why>cold</why><where>here there</where></more>{META}")

    read = answers_of_submission(data, version)

    assert (read.instance_id, read.form_key, read.version) == ("uuid:1", "feedback", "1")
    assert read.answers == {"today": "bad", "why": "cold", "where": ["here", "there"]}
    assert read.faults == {}
    assert form_asked_for(data) == ("feedback", "1")


def test_namespaces_make_no_difference(version):
    start = '<data xmlns="http://x" xmlns:orx="http://openrosa.org/xforms" id="feedback" version="1">'
    meta = "<orx:meta><orx:instanceID>uuid:2</orx:instanceID></orx:meta>"

    read = answers_of_submission(sent(f"<today>good</today><more/>{meta}", start=start), version)

    assert (read.instance_id, read.answers, read.faults) == ("uuid:2", {"today": "good"}, {})


def test_the_server_checks_what_the_client_did(version):
    assert answers_of_submission(sent(META), version).faults == {"today": usual_words()["required"]}
    assert list(answers_of_submission(sent(f"<today>odd</today>{META}"), version).faults) == ["today"]


@pytest.mark.parametrize(
    "name", ["deviceid", "phonenumber", "username", "email", "start", "end", "today2", "audit"]
)
def test_what_could_tell_who_answered_is_refused(version, name):
    inside = f"<today>good</today><{name}>x</{name}>"

    assert list(answers_of_submission(sent(inside + META), version).faults) == [name]
    meta = f"<meta><instanceID>uuid:1</instanceID><instanceName>x</instanceName><{name}>x</{name}></meta>"
    assert list(answers_of_submission(sent("<today>good</today>" + meta), version).faults) == [name]


def test_empty_elements_that_the_form_does_not_have_say_nothing(version):
    assert answers_of_submission(sent(f"<today>good</today><deviceid/>{META}"), version).faults == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<data>",
        b"<?xml version='1.0' encoding='klingon'?><data/>",
        b'<!DOCTYPE d [<!ENTITY a "b">]><data id="feedback" version="1">&a;</data>',
        b"\xff\xfe\x00",
        sent(META, start='<data id="feedback" version="2">'),
        sent(META, start='<data id="other" version="1">'),
        sent("<today>good</today>"),
        sent(f"<meta><instanceID>{'x' * 256}</instanceID></meta>"),
    ],
)
def test_what_is_no_submission_to_this_version_is_refused(version, data):
    with pytest.raises(Unreadable):
        answers_of_submission(data, version)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "<today>",
                "</today>",
                "good",
                "<more>",
                "</more>",
                "<!--x-->",
                "<?x?>",
                "&lt;",
                META,
                "<a/>",
                "]]>",
            ]
        )
    )
)
def test_whatever_is_sent_is_read_or_refused(version, parts):
    try:
        read = answers_of_submission(sent("".join(parts)), version)
    except Unreadable:
        return
    assert read.instance_id == "uuid:1"
