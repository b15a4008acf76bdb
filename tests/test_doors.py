"""Who comes in where. An address that nobody declared here fails, so that none is opened by oversight."""

import re
import uuid
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from cairn.api.root import api
from cairn.assessments import actions as assessments
from cairn.assessments.saying import Saying
from cairn.curation import actions as curation
from cairn.exchange import actions as exchange
from cairn.frameworks.enums import Mode
from cairn.improvement import actions as improvement
from cairn.passages import actions as passages
from cairn.practices import actions as practices
from cairn.repository import actions as repository
from cairn.review.actions import assigning, commenting
from cairn.sheets import actions as sheets
from cairn.sheets import facts as sheet_facts
from cairn.transfer import actions as transfer
from tests.exchange.factories import a_reading
from tests.participants.factories import a_participant
from tests.registers.factories import a_record
from tests.rounds.factories import a_closed_round
from tests.sheets.table import TABLE as PEOPLE

pytestmark = pytest.mark.django_db

# Open to everyone: the public record, the frameworks, how to come in, and the words about all this.
PUBLIC = {
    "home", "publication_list", "practice_flag", "practice_badge", "robots", "sitemap", "catalogue", "feed", "publications_export", "publication", "publication_edition", "report_public_download",
    "report_edition_download", "collections", "collection", "collection_export", "framework_list", "framework", "framework_download", "framework_template", "api_docs",
    "set_language", "account_login", "account_logout", "account_inactive", "account_signup",
    "account_email_verification_sent", "account_reset_password", "account_confirm_login_code",
    "account_confirm_email", "account_reset_password_from_key_done", "account_reset_password_from_key",
    "account_reset_password_done",
}  # fmt: skip
PUBLIC |= {"comparison_public", "comparison_public_export", "portfolio_public", "portfolio_public_export"}
PUBLIC |= {"mappings", "mapping_export"}
PUBLIC |= {"voice_ask", "voice_file", "voice_kiosk", "voice_leave", "voice_told", "voice_serious"}
API_PUBLIC = {
    "/api/v1/frameworks", "/api/v1/frameworks/{framework_id}/{version}", "/api/v1/publications",
    "/api/v1/comparison", "/api/v1/publications/{slug}", "/api/v1/publications/{slug}/editions/{edition}",
}  # fmt: skip
# For phones with a token of their own (tests/offline/test_openrosa.py).
PUBLIC |= {"openrosa_forms", "openrosa_form", "openrosa_manifest", "openrosa_file", "openrosa_submission"}
# For whoever is signed in, about themselves.
OWN = {
    "asked", "desk", "flags", "flags_export", "collections_own", "collection_new", "notices", "notices_read", "notice", "token_list", "token_revoke", "practice_new", "practices_export", "account_email", "account_change_password",
    "account_set_password", "account_reauthenticate", "import_upload", "framework_load",
}  # fmt: skip
OWN |= {"comparison", "comparison_export", "portfolio", "portfolio_export"}
OWN |= {"judging", "framework_withdraw"}
OWN |= {"adaptations", "adaptations_export"}
OWN |= {"account", "own_sessions", "own_session_end"}
OWN |= {"field", "field_worker", "field_pack", "field_send"}
PUBLIC |= {"mfa_authenticate", "mfa_login_webauthn"}
OWN |= {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}
OWN |= {"mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"}
OWN |= {"mfa_list_webauthn", "mfa_add_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn"}
OWN |= {"improvements_own", "improvements_own_export"}
# Who may look at, or ask for, each thing of the organisation; everyone else finds nothing there.
ALL = {"reader", "editor", "reviewer", "assessor", "coordinator"}
JUDGES, HEADS, EDITORS = {"assessor", "coordinator"}, {"coordinator"}, {"editor", "coordinator"}
MAY = {
    "organisation": ALL, "give_role": HEADS, "members_export": HEADS, "practice": ALL, "practice_edit": HEADS,
    "assessment_start": JUDGES, "assessment": ALL, "assessment_history": ALL, "assessment_question": ALL,
    "assessment_leave_out": JUDGES, "assessment_publish": HEADS, "report_download": ALL, "publication_withdraw": HEADS,
    "import_preview": HEADS, "flag": HEADS, "collection_edit": EDITORS,
}  # fmt: skip
MAY |= {"comparison_over_time": ALL, "comparison_over_time_export": ALL}
# The coordinator of this world sits in the round as well; a seat's pages are for whoever sits there and nobody else.
MAY |= dict.fromkeys(("rounds", "round_open", "round", "round_revise", "round_invite", "seat_reopen"), HEADS)
MAY |= dict.fromkeys(("round_agreeing", "round_agreement", "round_differences", "round_take_over"), HEADS)
MAY |= dict.fromkeys(("round_item", "round_close", "round_export"), HEADS)
MAY |= dict.fromkeys(("seat", "seat_question", "seat_hand_in", "seat_outcome"), HEADS)
MAY |= dict.fromkeys(("improve", "what_changed", "what_changed_export", "improvement_board"), ALL)
MAY |= dict.fromkeys(("improvement_list", "improvement_export", "improvement_action"), ALL)
MAY |= {
    "adaptation": ALL,
    "adaptation_pack": ALL,
    "adaptation_edit": HEADS,
    "adaptation_begin": HEADS | {"stranger"},
}
MAY |= {"improvement_edit": JUDGES, "improvement_update": JUDGES}
MAY |= {
    "assessment_next": ALL,
    "assessment_elsewhere": ALL,
    "assessment_upgrade": JUDGES,
    "proposals": JUDGES,
    "assessment_elsewhere_export": ALL,
    "assessment_upgrade_export": JUDGES,
    "proposals_export": JUDGES,
}
TALKERS, APPROVERS = {"reviewer", "assessor", "coordinator"}, {"reviewer", "coordinator"}
MAY |= {
    "review": ALL,
    "review_assign": HEADS,
    "four_eyes": HEADS,
    "comments": TALKERS,
    "node_comments": TALKERS,
}
# Taken by POST only; the same rights, checked below one by one.
DEEDS = {"assessment_undo": JUDGES, "assessment_save": JUDGES, "import_commit": HEADS}
DEEDS |= {"improvement_move": JUDGES, "import_into": HEADS, "sign_out": HEADS}
DEEDS |= {"round_remind": HEADS}
SHEETS = ("sheets", "sheet_take", "sheet_template", "sheet_upload", "sheet_import", "sheet_faults")
MAY |= dict.fromkeys(SHEETS, HEADS)
DEEDS |= dict.fromkeys(("sheet_match", "sheet_bring", "sheet_undo"), HEADS)
DEEDS |= {"adaptation_exchange": HEADS, "adaptation_add": HEADS}
MAY |= dict.fromkeys(
    (
        "practice_documents",
        "documents_export",
        "document_download",
        "assessment_passages",
        "passages_export",
        "assessment_quotes",
    ),
    ALL,
)
MAY |= {"document_describe": JUDGES}
DEEDS |= {"document_remove": HEADS, "quote_accept": JUDGES, "quote_take_back": JUDGES}
DEEDS |= dict.fromkeys(("collection_put", "collection_show", "collection_up", "collection_out"), EDITORS)

DEEDS |= {"review_submit": JUDGES, "review_take_back": JUDGES, "review_due": HEADS, "assignment_done": HEADS}
DEEDS |= dict.fromkeys(("review_return", "review_approve"), APPROVERS)
DEEDS |= dict.fromkeys(("comment_reply", "comment_settle"), TALKERS)

KEEPERS = {"social_worker", "coordinator"}
MAY |= dict.fromkeys(("registers", "register", "record"), KEEPERS | {"mediator"})
MAY |= dict.fromkeys(("register_export", "record_new", "record_edit"), KEEPERS)
DEEDS |= dict.fromkeys(("record_close", "record_reopen"), KEEPERS)


# What a room says of its own doors: MAY, DEEDS, ADDRESSES, NOTHING and furnish(at) in tests/<room>/doors.py.
FURNISHED = [
    import_module(f"tests.{file.parent.name}.doors")
    for file in sorted(Path(__file__).parent.glob("*/doors.py"))
]


def addresses():
    """Every named address: namespace, name and pattern."""

    def walk(resolver, namespace=""):
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern, pattern.namespace or namespace)
            else:
                yield namespace, pattern.name, pattern.callback

    return list(walk(get_resolver()))


@pytest.fixture
def world(cupboard, criteria, organisation, coordinator, social_worker, monkeypatch):
    """One of everything that has an address, all of it made by the coordinator. The assessment was published once."""
    monkeypatch.setattr(sheet_facts, "tables", lambda: {"people": PEOPLE})
    practice = practices.create(organisation=organisation, by=coordinator, title="Steady Steps")
    participant = a_participant(practice, coordinator, worker=social_worker)
    assessment = assessments.start(
        practice=practice, framework_version=criteria, mode=Mode.SELF, language="en", by=coordinator
    )
    saved = assessments.record(
        assessment=assessment, entries=[Saying("I1.1", 0, level="met")], by=coordinator
    )
    action = improvement.plan(
        assessment=assessment, node_id="I1.2", what="Ask.", owner=coordinator, by=coordinator
    )
    document = passages.attach(
        practice=practice,
        name="plan.txt",
        data=b"The plan of the year is here for all to read.",
        by=coordinator,
    )
    quote = passages.accept(
        assessment=assessment, node_id="I1.1", passage=document.passages.get(), by=coordinator
    )
    intake = exchange.take_in(
        reading=a_reading(framework="good-practice-criteria", questions=()),
        document=b"words",
        file_name="words.txt",
        organisation=organisation,
        practice=None,
        framework_version=criteria,
        by=coordinator,
    )
    seat = a_closed_round(assessment, coordinator, I1_1="met")
    thread = commenting.begin(
        assessment=assessment, node_id="I1", text="Look.", by=coordinator
    ).comment.thread
    asked = assigning.assign(assessment=assessment, node_id="I1", person=coordinator, by=coordinator)
    publication = assessments.publish(assessment=assessment, by=coordinator)
    collection = curation.begin(
        organisation=organisation, title="Chosen", introduction="", language="en", by=coordinator
    )
    place = curation.put(collection=collection, practice=practice, reason="It is clear.", by=coordinator)
    sheet = sheets.take_in(
        practice=practice, table=PEOPLE, name="a.csv", data=b"Code,Age\n,18-24", by=coordinator
    )
    record = a_record(practice, coordinator)
    found = {
        "sheet": sheet.pk,
        "record": record.pk,
        "thread": thread.pk,
        "assignment": asked.pk,
        "document": document.pk,
        "quote": quote.pk,
        "collection": collection.pk,
        "place": place.pk,
        "slug": organisation.slug,
        "person": social_worker.pk,
        "participant": participant.pk,
        "practice": practice.pk,
        "assessment": assessment.pk,
        "round": seat.round_id,
        "seat": seat.pk,
        "change": saved.changes[0].pk,
        "publication": publication.pk,
        "flag": repository.flag(publication=publication, text="The course has ended.").pk,
        "intake": intake.pk,
        "action": action.pk,
        "public": practice.slug,
        "adaptation": transfer.begin(
            publication=publication, organisation=organisation, title="Ours", by=coordinator
        ).pk,
    }
    at = SimpleNamespace(
        practice=practice,
        participant=participant,
        coordinator=coordinator,
        social_worker=social_worker,
    )
    for room in FURNISHED:
        found |= room.furnish(at)
    return found


def address(name, world):
    """The address of a thing in the world; of `nothing`, where the world is empty."""
    arguments = {
        "four_eyes": ["slug"], "node_comments": ["assessment", "=I1"], "comment_reply": ["thread"],
        "comment_settle": ["thread"], "assignment_done": ["assignment"],
        "organisation": ["slug"], "give_role": ["slug"], "sign_out": ["slug", "person"], "members_export": ["slug", "=csv"], "practice": ["practice"],
        "comparison_over_time": ["practice"], "comparison_over_time_export": ["practice", "=csv"],
        "practice_edit": ["practice"], "assessment_start": ["practice"], "assessment_undo": ["assessment", "change"],
        "assessment_question": ["assessment", "=I1"], "assessment_save": ["assessment", "=I1"],
        "assessment_leave_out": ["assessment", "=I1"], "report_download": ["assessment", "=json"],
        "flag": ["flag"], "collection_edit": ["collection"],
        "collection_put": ["collection"], "collection_show": ["collection"],
        "collection_up": ["collection", "place"], "collection_out": ["collection", "place"],
        "adaptation": ["adaptation"], "adaptation_pack": ["adaptation"], "adaptation_edit": ["adaptation", "=needs"],
        "adaptation_exchange": ["adaptation"], "adaptation_add": ["adaptation", "=schedule"],
        "adaptation_begin": ["public", "=1"], "improvement_board": ["practice"], "improvement_list": ["practice"],
        "improvement_export": ["practice", "=csv"], "what_changed_export": ["assessment", "=csv"],
        "improvement_action": ["action"], "improvement_edit": ["action"], "improvement_update": ["action"],
        "improvement_move": ["action"],
        "publication_withdraw": ["publication"], "import_preview": ["intake"], "import_commit": ["intake"], "import_into": ["intake"],
    }  # fmt: skip
    of_round = ("round", "round_revise", "round_invite", "round_remind", "round_agreeing", "round_agreement")
    of_round += ("round_differences", "round_take_over", "round_close")
    arguments |= {each: ["round"] for each in of_round}
    arguments |= {each: ["seat"] for each in ("seat", "seat_hand_in", "seat_outcome")}
    arguments |= {
        "seat_reopen": ["round", "seat"], "round_item": ["round", "=I1.1"], "seat_question": ["seat", "=I1"],
        "round_export": ["round", "=judgements", "=csv"],
    }  # fmt: skip
    arguments |= {
        "practice_documents": ["practice"], "documents_export": ["practice", "=csv"],
        "document_download": ["document"], "document_describe": ["document"], "document_remove": ["document"],
        "passages_export": ["assessment", "=csv"],
        "assessment_quotes": ["assessment", "=I1.1"], "quote_accept": ["assessment", "=I1.1"],
        "quote_take_back": ["assessment", "quote"],
    }  # fmt: skip
    arguments |= {
        each: ["sheet"]
        for each in ("sheet_import", "sheet_faults", "sheet_match", "sheet_bring", "sheet_undo")
    }
    arguments |= {each: ["practice", "=people"] for each in ("sheet_template", "sheet_upload")}
    arguments |= {"sheets": ["practice"], "sheet_take": ["practice", "=people", "=csv"]}
    renewed = ("assessment_elsewhere_export", "assessment_upgrade_export", "proposals_export")
    arguments |= {each: ["assessment", "=csv"] for each in renewed}
    arguments |= {each: ["record"] for each in ("record", "record_edit", "record_close", "record_reopen")}
    arguments |= {
        "registers": ["practice"], "register": ["practice", "=risk"], "record_new": ["practice", "=risk"],
        "register_export": ["practice", "=risk", "=csv"],
    }  # fmt: skip
    for room in FURNISHED:
        arguments |= room.ADDRESSES
    arguments = arguments.get(name, ["assessment"])
    return reverse(name, args=[part[1:] if part.startswith("=") else world[part] for part in arguments])


@pytest.fixture
def nothing():
    """Names and numbers behind which there is nothing."""
    numbers = dict.fromkeys(
        (
            "practice",
            "document",
            "quote",
            "assessment",
            "round",
            "seat",
            "change",
            "thread",
            "assignment",
            "publication",
            "collection",
            "place",
            "flag",
            "action",
            "adaptation",
            "person",
        ),
        987_654,
    )
    for room in FURNISHED:
        numbers |= room.NOTHING
    return numbers | {
        "slug": "nowhere",
        "participant": uuid.UUID(int=0),
        "public": "nowhere",
        "intake": uuid.UUID(int=0),
        "sheet": uuid.UUID(int=0),
        "record": uuid.UUID(int=0),
    }


@pytest.fixture
def people(
    stranger, reader, editor, reviewer, assessor, coordinator, social_worker, funder, safeguarding_lead
):
    return {
        "safeguarding": safeguarding_lead,
        "funder": funder,
        "stranger": stranger,
        "social_worker": social_worker,
        "reader": reader,
        "editor": editor,
        "reviewer": reviewer,
        "assessor": assessor,
        "coordinator": coordinator,
    }


# The practice's own records on a person: for whoever is assigned, here the social worker, who sees the practice as well.
WORKER = {"social_worker"}
SEEN = ("organisation", "practice", "adaptation", "adaptation_pack")
SEEN += ("practice_documents", "documents_export", "document_download")
SEEN += ("sheets", "sheet_take", "sheet_template", "sheet_upload")
MAY |= {name: MAY[name] | WORKER for name in SEEN}
# A funder reads what the practice is, where it may be taken over, and what was released (tests/releases/doors.py); nothing else.
# Who receives reports in confidence sees what the practice is as well (tests/listening/doors.py).
FUNDERS = ("organisation", "practice", "adaptation", "adaptation_pack")
MAY |= {name: MAY[name] | {"funder", "safeguarding"} for name in FUNDERS}
for furnished in FURNISHED:
    MAY |= furnished.MAY
    DEEDS |= furnished.DEEDS
ROLES = ["stranger", "reader", "editor", "reviewer", "assessor", "coordinator", "social_worker", "funder"]
ROLES += ["safeguarding"]


def entering(person):
    client = Client()
    if person:
        client.force_login(person)
    return client


def plain(answer):
    """What a page says, without what differs between any two of its answers: form keys, and its own address."""
    words = re.sub(r'(name="(?:csrfmiddlewaretoken|next)" value=)"[^"]*"', r"\1", answer.content.decode())
    return answer.status_code, words


def test_every_address_is_declared():
    undeclared = {
        name
        for namespace, name, _view in addresses()
        if not namespace and name not in PUBLIC | OWN | set(MAY) | set(DEEDS)
    }

    assert undeclared == set(), "Say in tests/test_doors.py who may come in there."


def test_no_two_addresses_share_a_name():
    """A link would lead to whichever was put together last, and what is said here of one would hold for both."""
    names = Counter((namespace, name) for namespace, name, _view in addresses())

    assert {name for name, number in names.items() if number > 1} == set()


def test_private_addresses_deny_by_default():
    for namespace, name, view in addresses():
        if not namespace:
            assert getattr(view, "login_required", True) is (name not in PUBLIC), name


# Building this world takes longer than asking it, so every role asks for everything in one story; what an answer changed is
# taken back before the next.
def answers(client, verb, name, world):
    with transaction.atomic():
        answer = getattr(client, verb)(address(name, world))
        transaction.set_rollback(True)
    return answer


def test_a_visitor_is_sent_to_the_door(world):
    let_in = [
        (verb, name)
        for name in sorted({*MAY, *DEEDS})
        for verb in ("get", "post")
        for answer in [answers(Client(), verb, name, world)]
        if answer.status_code != 302 or not answer["Location"].startswith("/account/login/")
    ]

    assert let_in == []


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_find_it(role, world, nothing, people):
    client = entering(people[role])

    def found(name):
        answer = answers(client, "get", name, world)
        if role in MAY[name]:
            return answer.status_code == 200
        return answer.status_code == 404 and plain(answer) == plain(answers(client, "get", name, nothing))

    assert [name for name in sorted(MAY) if not found(name)] == []


@pytest.mark.parametrize("role", sorted({*ROLES} - HEADS))
def test_only_those_who_may_do_it(role, world, nothing, people):
    client = entering(people[role])
    deeds = {"practice_edit", "give_role", "assessment_publish", "assessment_start", *DEEDS}

    def refused(name):
        answer = answers(client, "post", name, world)
        return answer.status_code == 404 and plain(answer) == plain(answers(client, "post", name, nothing))

    forbidden = [name for name in sorted(deeds) if role not in (MAY.get(name) or DEEDS.get(name, set()))]
    assert [name for name in forbidden if not refused(name)] == []


def test_programs_without_a_key_are_told_so():
    opened = set()
    for path, verbs in api.get_openapi_schema()["paths"].items():
        for verb, operation in verbs.items():
            if "security" not in operation:
                opened.add(path)
                continue
            answer = getattr(Client(), verb)(re.sub(r"\{[^}]+\}", "1", path))
            assert answer.status_code == 401, (verb, path)

    assert opened == API_PUBLIC


@pytest.mark.parametrize(
    "name",
    sorted(
        OWN
        - {"token_revoke", "notice", "framework_withdraw", "own_session_end"}
        - {"mfa_remove_webauthn", "mfa_edit_webauthn"}
        - {n for n in OWN if n.endswith("_export")}
    ),
)
def test_a_visitor_has_nothing_of_their_own(name):
    assert Client().get(reverse(name)).status_code == 302
