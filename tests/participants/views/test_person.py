"""One person's page, and the small forms from it."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from cairn.participants import actions
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.participants.factories import a_participant
from tests.participants.views.conftest import at, words

pytestmark = pytest.mark.django_db
DAY = date(2025, 6, 1)


def page_of(client, person):
    return words(client.get(at("participant", person.pk)))


class TestPage:
    def test_an_empty_record_says_what_is_not_recorded_and_that_no_contact_is_allowed(
        self, signed_in, participant
    ):
        page = page_of(signed_in, participant)

        assert "Not yet recorded: age; sex or gender; languages" in page
        assert page.count('<span class="tag bad">never</span>') == 6
        assert page.count("nobody asked yet") == 4
        assert at("plan", participant.pk) in page
        assert at("needs", participant.pk) in page

    def test_everything_that_was_said_is_there(self, signed_in, participant, worker):
        def add(what, **said):
            actions.add(participant=participant, what=what, by=worker, **said)

        actions.revise(
            thing=participant, revision=1, by=worker, age_band="25-30", sex="woman", own_words="a woman, always",
            nationality="ER", children=0, childcare="no", ended_on=DAY,
        )  # fmt: skip
        add("language", tag="ti", script="Ethi", speaks="first", reads="some", interpreter="yes")
        add("adjustment", asked_on=DAY, kind="a ramp", decision="agreed", decided_on=DAY, provided_on=DAY)
        add("adjustment", asked_on=DAY, kind="a lift", decision="refused", decided_on=DAY, refusal="no shaft")
        add("adjustment", asked_on=DAY, decision="none")

        page = page_of(signed_in, participant)

        for said in (
            "a woman, always",
            "Eritrea",
            "Tigrinya",
            "speaking: mother tongue",
            "wants an interpreter",
        ):
            assert said in page
        for said in ("a ramp", "provided since June 1, 2025", "(no shaft)", "asked, and none is needed"):
            assert said in page
        assert "<dd> 0 </dd>" in page
        assert "Left on" in page

    def test_statelessness_is_no_country(self, signed_in, participant, worker):
        actions.revise(thing=participant, revision=1, by=worker, nationality="stateless")

        assert "<dd> stateless </dd>" in page_of(signed_in, participant)

    def test_who_works_with_the_person_and_who_looked(self, signed_in, participant, worker, coordinator):
        page_of(signed_in, participant)

        page = page_of(signed_in, participant)

        assert "Wilma" in page
        assert at("participant_looked", participant.pk) in page
        assert "assigned" in page


class TestContacts:
    def add(self, participant, worker, **said):
        return actions.add(participant=participant, what="contact", by=worker, **said)

    def test_what_is_allowed_is_said_for_this_very_hour(self, signed_in, participant, worker):
        now = timezone.localtime()
        later, latest = (now + timedelta(hours=1)).time(), (now + timedelta(hours=2)).time()
        self.add(
            participant, worker, channel="phone", allowed=True, address="0470 1", safe_name="the library",
            language="ti", from_hour=(now - timedelta(hours=1)).time(), until_hour=later,
        )  # fmt: skip
        self.add(
            participant, worker, channel="text", allowed=True, from_hour=later, until_hour=latest,
            no_message=False,
        )  # fmt: skip
        self.add(participant, worker, channel="post", allowed=False)

        page = page_of(signed_in, participant)

        assert page.count("allowed now") == 1
        assert page.count("not at this hour") == 1
        assert page.count(">never<") == 4
        assert page.count("never leave a message") == 1
        for said in ("0470 1", "the library", "in Tigrinya"):
            assert said in page

    def test_a_rule_is_added_and_changed(self, signed_in, participant):
        new = at("person_line_new", participant.pk, "contact")
        assert 'value="text" selected' in words(signed_in.get(new, {"channel": "text"}))

        signed_in.post(new, {"channel": "text", "allowed": "on", "no_message": "on", "address": "0470 2"})
        rule = participant.contacts.get()
        edit = at("person_line_edit", participant.pk, "contact", rule.pk)
        assert "0470 2" in words(signed_in.get(edit))
        signed_in.post(edit, {"channel": "text", "revision": "1"})

        rule.refresh_from_db()
        assert (rule.allowed, rule.no_message, rule.address) == (False, False, "")

    def test_a_second_rule_for_one_way_is_refused(self, signed_in, participant, worker):
        self.add(participant, worker, channel="text")

        answer = signed_in.post(at("person_line_new", participant.pk, "contact"), {"channel": "text"})

        assert answer.status_code == 422
        assert "There is a rule for this way already" in words(answer)


class TestConsents:
    def decide(self, client, participant, **said):
        usual = {"about": "part", "given": "yes", "decided_on": str(DAY), "language": "Tigrinya"}
        return client.post(at("person_line_new", participant.pk, "consent"), usual | said)

    def test_are_decisions_apart_and_taken_back_as_easily(self, signed_in, participant):
        form = words(signed_in.get(at("person_line_new", participant.pk, "consent"), {"about": "keep"}))
        assert 'value="keep"' in form
        assert "checked" in form
        self.decide(signed_in, participant, interpreter="yes")
        self.decide(signed_in, participant, about="keep", given="no")
        page = page_of(signed_in, participant)
        assert page.count(">holds<") == 1
        assert page.count(">does not hold<") == 1
        assert "explained in Tigrinya with an interpreter" in page

        given = participant.consents.get(about="part")
        signed_in.post(at("consent_withdraw", participant.pk, given.pk))

        page = page_of(signed_in, participant)
        assert page.count(">does not hold<") == 2
        assert "withdrawn on" in page

    def test_sharing_names_one_body_and_a_purpose(self, signed_in, participant):
        vague = self.decide(signed_in, participant, about="share")
        assert "Name the body" in words(vague)
        assert "nobody can agree to something without its purpose" in words(vague)
        assert self.decide(signed_in, participant, about="", given="").status_code == 422

        self.decide(
            signed_in,
            participant,
            about="share",
            body="the town",
            purpose="a course",
            expires_on="2199-01-01",
        )
        self.decide(
            signed_in,
            participant,
            about="share",
            body="the clinic",
            purpose="an appointment",
            expires_on=str(DAY),
        )

        page = page_of(signed_in, participant)
        assert page.count(">holds<") == 1
        assert "the town" in page
        assert "an appointment" in page

    def test_a_decision_is_never_changed(self, signed_in, participant):
        self.decide(signed_in, participant)
        given = participant.consents.get()

        assert signed_in.get(at("person_line_edit", participant.pk, "consent", given.pk)).status_code == 404

    def test_somebody_elses_is_not_there(self, signed_in, participant, practice, worker, coordinator):
        other = a_participant(practice, coordinator, worker=worker)
        self.decide(signed_in, other)

        theirs = other.consents.get()

        assert signed_in.post(at("consent_withdraw", participant.pk, theirs.pk)).status_code == 404


class TestLines:
    def test_a_language_by_its_name(self, signed_in, participant):
        new = at("person_line_new", participant.pk, "language")
        assert '<datalist id="languages">' in words(signed_in.get(new))
        assert "We do not know this language" in words(signed_in.post(new, {"tag": "Tigrina"}))
        assert "One language at a time" in words(signed_in.post(new, {"tag": "French, Dari"}))

        signed_in.post(new, {"tag": "French", "speaks": "well"})

        language = participant.languages.get()
        assert (language.tag, language.speaks) == ("fr", "well")
        assert 'value="French"' in words(
            signed_in.get(at("person_line_edit", participant.pk, "language", language.pk))
        )

    def test_what_needs_adjusting_is_asked_and_decided(self, signed_in, participant):
        new = at("person_line_new", participant.pk, "adjustment")
        assert f'value="{timezone.localdate()}"' in words(signed_in.get(new))
        assert "Say what is needed" in words(signed_in.post(new, {"asked_on": str(DAY)}))
        signed_in.post(new, {"asked_on": str(DAY), "kind": "a ramp"})
        need = participant.adjustments.get()

        edit = at("person_line_edit", participant.pk, "adjustment", need.pk)
        said = {"asked_on": str(DAY), "kind": "a ramp", "revision": "1"}
        signed_in.post(edit, said | {"decision": "agreed", "decided_on": str(DAY), "provided_on": str(DAY)})

        need.refresh_from_db()
        assert (need.decision, need.provided_on) == ("agreed", DAY)

    def test_there_are_no_other_kinds(self, signed_in, participant):
        assert signed_in.get(at("person_line_new", participant.pk, "history")).status_code == 404
        assert (
            signed_in.get(at("person_line_edit", participant.pk, "history", uuid.uuid4())).status_code == 404
        )


class TestProfile:
    def said(self, participant, **more):
        return {
            "enrolled_on": str(participant.enrolled_on),
            "revision": "1",
            "age_band": "",
            "sex": "",
        } | more

    def test_is_changed_and_noted(self, signed_in, participant):
        address = at("participant_profile", participant.pk)
        assert "About the person" in words(signed_in.get(address))

        signed_in.post(
            address, self.said(participant, sex="other", own_words="hijra", nationality="BD", children="2")
        )

        participant.refresh_from_db()
        assert (participant.own_words, participant.nationality, participant.children) == ("hijra", "BD", 2)
        assert Deed.CHANGED in {one.deed for one in trail.of(participant.thing)}

    def test_what_someone_else_saved_is_shown_beside(self, signed_in, participant, worker):
        actions.revise(thing=participant, revision=1, by=worker, sex="man", children=3)
        address = at("participant_profile", participant.pk)

        answer = signed_in.post(address, self.said(participant, sex="woman"))

        assert answer.status_code == 409
        page = words(answer)
        assert "Someone else changed this meanwhile" in page
        assert "<p>man</p>" in page
        assert 'value="2"' in page
        assert signed_in.post(address, self.said(participant, sex="woman", revision="2")).status_code == 302
        participant.refresh_from_db()
        assert participant.sex == "woman"

    def test_a_fault_stands_at_its_field_and_nothing_is_lost(self, signed_in, participant):
        said = self.said(participant, own_words="kept words", enrolled_on="2199-01-01")

        answer = signed_in.post(at("participant_profile", participant.pk), said)

        assert answer.status_code == 422
        assert "That day has not come yet." in words(answer)
        assert "kept words" in words(answer)


class TestLooks:
    def test_everyone_who_looked_is_named(self, signed_in, participant, worker, coordinator):
        page = words(signed_in.get(at("participant_looked", participant.pk)))

        assert f"<bdi>{coordinator.name}</bdi>, created" in page
        assert f"<bdi>{worker.name}</bdi>, read" in page

    def test_leaves_as_a_sheet_and_that_is_noted(self, signed_in, participant):
        sheet = signed_in.get(at("participant_looked_export", participant.pk, "csv")).content.decode()

        assert "exported" in sheet
        assert trail.of(participant.thing).first().deed == Deed.EXPORTED


def addresses_on_a_person():
    """Every address of every room that begins with a person, filled with `of` and, behind it, with nothing."""

    def walk(resolver, before=""):
        for one in resolver.url_patterns:
            path = before + str(one.pattern)
            if isinstance(one, URLResolver):
                yield from walk(one, path)
            elif path.startswith("participants/"):
                yield path

    return sorted(walk(get_resolver()))


def filled(path, pk):
    samples = {"uuid": uuid.UUID(int=0), "int": "3", "slug": "language", "list_kind": "csv"}
    path = path.replace("<uuid:pk>", str(pk))
    return "/" + re.sub(r"<(\w+):\w+>", lambda part: str(samples[part[1]]), path)


def plain(answer):
    return re.sub(r'(name="(?:csrfmiddlewaretoken|next)" value=)"[^"]*"', r"\1", answer.content.decode())


@pytest.mark.parametrize("path", addresses_on_a_person())
class TestEveryAddressOnAPerson:
    def test_somebody_elses_looks_as_if_it_were_not_there(self, path, signed_in, practice, coordinator):
        foreign = a_participant(practice, coordinator)

        for ask in (signed_in.get, signed_in.post):
            theirs, nobodys = ask(filled(path, foreign.pk)), ask(filled(path, uuid.UUID(int=1)))

            assert theirs.status_code == nobodys.status_code in {404, 405}
            assert plain(theirs) == plain(nobodys)
            assert set(theirs.headers) == set(nobodys.headers)
        assert trail.of(foreign.thing).count() == 1  # only that they were enrolled

    def test_each_visit_is_written_down(self, path, signed_in, participant, worker):
        before = trail.of(participant.thing).filter(by=worker).count()

        answer = signed_in.get(filled(path, participant.pk))
        if answer.status_code == 405:
            answer = signed_in.post(filled(path, participant.pk))

        assert trail.of(participant.thing).filter(by=worker).count() > before
