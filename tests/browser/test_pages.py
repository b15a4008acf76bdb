"""Every page in a real browser: no fault by axe's rules, nothing off a small screen, nothing that needs scripts.

A new page is one more line in `addresses`.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cairn.activities.actions import planning
from cairn.activities.actions.writing import Staffing
from cairn.assessments import actions as assessments
from cairn.assessments.enums import State
from cairn.assessments.models import Assessment
from cairn.assessments.sheets import sheets_of
from cairn.demo import house as demo
from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from cairn.frameworks.models import FrameworkVersion
from cairn.improvement import facts as improvement
from cairn.listening.actions import points
from cairn.money.models import Grant
from cairn.needs.actions import skills
from cairn.needs.skills import SECTIONS
from cairn.passages import actions as passages
from cairn.passages.finding import Library
from cairn.people.models import Organisation, Person
from cairn.practices import actions as practices
from cairn.publications import actions, facts
from cairn.publications.models import Publication
from cairn.renewals import actions as renewals
from cairn.renewals import facts as renewing
from cairn.results import actions as results
from cairn.review.actions import assigning, commenting, steps
from cairn.rounds import facts as rounds
from cairn.rounds.actions import agreeing, judging
from cairn.rounds.pages import pages_of
from cairn.surveys import actions as surveys
from cairn.surveys.keeping import drafting
from cairn.surveys.models import Form
from cairn.transfer import actions as transfer
from cairn.voices import actions as voicing
from cairn.voices import facts as voices
from cairn.voices.spoken import written_in
from tests.activities.factories import a_session, an_activity, people_in, record
from tests.browser.looking import looked_at
from tests.evidence import doors as evidence_doors
from tests.listening import factories as listening
from tests.money import doors as money
from tests.money.factories import a_grant, a_line
from tests.needs.factories import a_draft, a_talk, a_wish, an_entry
from tests.offline import doors as offline
from tests.participants.factories import a_participant, a_worker
from tests.passages.factories import attached
from tests.progress import doors as progress
from tests.registers.factories import DAY, a_record
from tests.releases import doors as releases
from tests.results.factories import (
    END,
    HALF,
    SECOND,
    a_measurement,
    a_percentage,
    a_target,
    an_indicator,
    an_objective,
)
from tests.rounds.factories import a_round, a_seat, handed_in
from tests.surveys.media.sheets import FILES
from tests.surveys.media.sheets import SHEETS as SHOWING
from tests.voices import doors as voice_doors

pytestmark = pytest.mark.browser
LOST = "/no-such-page/"


@pytest.fixture
def world(live_server, settings, tmp_path, cupboard):
    """The demo, with a second edition and a withdrawn third."""
    settings.DATA_DIR = tmp_path
    demo.build()
    publication = Publication.objects.get(practice__title__startswith="Steady")
    practice, by = publication.practice, publication.published_by
    portrait = facts.portrait(publication)
    gone = actions.freeze(practice=practice, portrait=replace(portrait, language="ar"), by=by)
    actions.withdraw(publication=gone, by=by, reason="A name was in it.")
    return publication


def _preview(person, framework_version, house):
    """Where a document waits that was brought in."""
    client = Client()
    client.force_login(person)
    with demo.DOCUMENT.open("rb") as document:
        said = {"document": document, "framework": framework_version.pk, "organisation": house.pk}
        return client.post(reverse("import_upload"), said)["Location"]


def _judged_together(assessment, coordinator):
    """Where a round is agreed on in which the coordinator sits as well."""
    round_ = a_round(None, coordinator, assessment=assessment)
    own = a_seat(round_, coordinator, person=coordinator)
    handed_in(round_, coordinator, "Ada")
    judging.hand_in(seat=own)
    agreeing.begin_agreeing(round_=round_, by=coordinator)
    item_id = rounds.framework_of(round_).items[0].id
    page = pages_of(own, rounds.framework_of(round_))[0].node.id
    named = (
        "round",
        "round_revise",
        "round_differences",
        "round_agreement",
        "round_take_over",
        "round_close",
    )
    return [
        *(reverse(name, args=[round_.pk]) for name in named),
        reverse("rounds", args=[assessment.pk]),
        reverse("round_item", args=[round_.pk, item_id]),
        reverse("judging"),
        reverse("seat", args=[own.pk]),
        reverse("seat_question", args=[own.pk, page]),
        reverse("seat_hand_in", args=[own.pk]),
    ]


def _improved(practice, coordinator):
    """Where the demo's actions are followed, one of them late, into the next assessment."""
    former = practice.assessments.get()
    late = improvement.actions_of(practice).first()
    version, mode = former.framework_version, former.mode
    following = assessments.start(
        practice=practice, framework_version=version, mode=mode, language="en", follows=former, by=coordinator
    )
    of_action = ("improvement_action", "improvement_update", "improvement_edit")
    return [
        reverse("improve", args=[former.pk]),
        reverse("what_changed", args=[following.pk]),
        reverse("improvement_board", args=[practice.pk]),
        reverse("improvement_list", args=[practice.pk]),
        reverse("improvements_own"),
        *(reverse(name, args=[late.pk]) for name in of_action),
    ]


def _adapted(publication, house, by):
    """Where a published practice is taken over, with something in each of its tables."""
    adaptation = transfer.begin(
        publication=publication, organisation=house, title="Steady Steps in Oosterbrug", by=by
    )
    transfer.add_element(adaptation=adaptation, label="A garden", what="", why="There is land.", by=by)
    transfer.add_step(
        adaptation=adaptation, what="Visit them", due_on=date(2030, 2, 1), who="The team", by=by
    )
    transfer.log(
        adaptation=adaptation,
        on=date(2030, 1, 2),
        with_whom="Those who run it",
        how="A visit",
        learnt="Start small.",
        by=by,
    )
    sections = ("context", "needs", "elements", "conditions", "schedule", "assessment")
    return [
        reverse("adaptations"),
        reverse("adaptation", args=[adaptation.pk]),
        *(reverse("adaptation_edit", args=[adaptation.pk, section]) for section in sections),
        reverse("adaptation_begin", args=[publication.practice.slug, publication.edition]),
    ]


def _asked(practice, coordinator):
    """Forms: shipped and own, looked at, changed and printed, and the words of a draft left to right and right to left."""
    shipped = Form.objects.get(practice=None, key="session_feedback")
    own = surveys.copy_form(version=shipped.versions.get(), practice=practice, by=coordinator).form
    drafting.begin(form=own, by=coordinator)
    half = {name: FILES[name] for name in ("good.png", "how.mp3")}
    brought = {"practice": practice, "key": "shown", "purpose": "other", "anonymous": True, "by": coordinator}
    shown = surveys.bring_form(sheets=SHOWING, files=half, **brought).form
    of_draft = ("form_draft", "form_draft_preview", "form_question_new", "form_upload")
    return [
        *(reverse(name, args=[practice.pk]) for name in ("forms", "form_new")),
        reverse("form", args=[practice.pk, shipped.pk]),
        reverse("form_language", args=[practice.pk, shipped.pk, "fr"]),
        reverse("form", args=[practice.pk, own.pk]),
        reverse("form_language", args=[practice.pk, own.pk, "ar"]),
        reverse("form_preview", args=[practice.pk, own.pk, 1]) + "?language=fa",
        *(reverse(name, args=[practice.pk, shown.pk, 1]) for name in ("form_files", "form_preview")),
        reverse("form_files", args=[practice.pk, own.pk, 1]),
        reverse("form_paper", args=[practice.pk, own.pk, 1]) + "?language=ar&beside=en&code=K7WQ2M9X",
        *(reverse(name, args=[practice.pk, own.pk]) for name in of_draft),
        *(reverse("form_draft_language", args=[practice.pk, own.pk, tag]) for tag in ("en", "ti")),
        reverse("form_question", args=[practice.pk, own.pk, "today"]),
    ]


def _registered(practice, coordinator):
    """A late risk with its review, and how a register looks that is empty, filled and written into."""
    risk = a_record(practice, coordinator, review_by=DAY)
    review = a_record(practice, coordinator, "risk_review", risks=[risk.pk])
    return [
        reverse("registers", args=[practice.pk]),
        *(reverse("register", args=[practice.pk, kind]) for kind in ("risk", "evaluation")),
        *(reverse("record_new", args=[practice.pk, kind]) for kind in ("meeting", "information_item")),
        *(record.get_absolute_url() for record in (risk, review)),
        reverse("record_edit", args=[review.pk]),
    ]


def _measured(practice, coordinator):
    """An objective with an indicator by hand, off the line and its target changed, and one computed; one without any."""
    objective = an_objective(practice, coordinator, owner=coordinator, due_on=END)
    safe = a_percentage(objective, coordinator)
    target = a_target(safe, coordinator, value="70")
    results.revise_target(
        target=target, revision=1, value=Decimal(60), reason="It began late.", by=coordinator
    )
    a_measurement(safe, coordinator, value="42")
    newest = a_measurement(safe, coordinator, value="58", period=SECOND)
    people = an_indicator(objective, coordinator, computed_by="people_new", disaggregation=["sex", "age"])
    bare = an_objective(practice, coordinator, "They speak with their neighbours")
    named = ("indicator", "indicator_edit", "target_new", "measure")
    measured = ("measurement_edit", "measurement_explain", "measurement_retake")
    period = f"?starts_on={HALF[0]}&ends_on={HALF[1]}"
    return [
        *(reverse(name, args=[practice.pk]) for name in ("results", "objective_new", "results_iati")),
        reverse("results_report", args=[practice.pk]) + f"?starts_on={HALF[0]}&ends_on={END}",
        *(reverse(name, args=[bare.pk]) for name in ("objective_edit", "indicator_choose", "indicator_new")),
        *(reverse(name, args=[safe.pk]) for name in named),
        *(reverse(name, args=[newest.pk]) for name in measured),
        reverse("target_edit", args=[target.pk]),
        reverse("indicator", args=[people.pk]),
        reverse("measure", args=[people.pk]) + period,
    ]


def _released(practice, coordinator):
    """What funders read, and how it comes about."""
    at = SimpleNamespace(practice=practice, coordinator=coordinator)
    release = releases.furnish(at)["release"]
    new = reverse("release_new", args=[practice.pk])
    return [
        reverse("releases", args=[practice.pk]),
        new,
        f"{new}?which=budget&starts_on=2025-01-01&ends_on=2025-06-30",
        *(reverse(name, args=[practice.pk, release]) for name in ("release", "release_withdraw")),
    ]


def _reported(practice, coordinator):
    """Reports to funders: one being written, one in review, one signed, and the templates."""
    at = progress.furnish(
        SimpleNamespace(practice=practice, coordinator=coordinator, social_worker=a_worker(practice, "Willa"))
    )
    names = ("progress_refresh", "progress_reasons", "progress_write", "progress_sign", "progress_send_back")
    return [
        *(reverse(name, args=[practice.pk]) for name in progress.OF_A_PRACTICE),
        *(
            reverse("progress_report", args=[practice.pk, at[key]])
            for key in ("draft_report", "signed_report")
        ),
        *(
            reverse(name, args=[practice.pk, at[key], *(part[1:] for part in more)])
            for name in names
            for _practice, key, *more in [progress.ADDRESSES[name]]
        ),
    ]


def _brought(practice, coordinator):
    """A phone that was let in, and what it brought."""
    at = offline.furnish(SimpleNamespace(practice=practice, coordinator=coordinator))
    return [
        reverse("devices", args=[practice.pk]),
        reverse("submissions", args=[practice.pk]),
        reverse("submission", args=[practice.pk, at["submission"]]),
        reverse("field"),
    ]


def _paid(practice, coordinator):
    """A grant with one of everything, one that begins, and the forms."""
    at = money.furnish(SimpleNamespace(practice=practice, coordinator=coordinator))
    grant = Grant.objects.get(pk=at["grant"])
    a_line(grant, coordinator, "E", "840")
    empty = a_grant(practice, coordinator, funder="Fund for Later")
    names = ("variance_explain", "line_edit", "expense_correct", "time_edit")
    return [
        *(reverse(name, args=[practice.pk]) for name in money.OF_A_PRACTICE),
        *(reverse(name, args=[practice.pk, grant.pk]) for name in money.OF_A_GRANT),
        *(reverse(name, args=[practice.pk, *(at[part] for part in money.ADDRESSES[name][1:])]) for name in names),
        *(reverse(name, args=[practice.pk, empty.pk]) for name in ("grant", "grant_edit", "expenses", "time")),
    ]  # fmt: skip


def _worked_with(practice, coordinator):
    """A worker, and where they write down what somebody needs, wishes and can do, in one language or two."""
    worker = a_worker(practice, "Wim")
    person = a_participant(practice, coordinator, worker=worker)
    talk = a_talk(person, worker, timezone.localdate(), housing="high", money="none")
    a_draft(person, worker, timezone.localdate())
    for key in ("F", "I", "71"):
        a_wish(person, worker, key, timezone.localdate())
    a_wish(person, worker, "A", timezone.localdate(), wanted=False)
    entry = an_entry(person, worker, language="ti", first=True, reading="A2")
    an_entry(person, worker, "work", occupation="71", tasks="Doors.", country="ER", informal=True)
    skills.put(participant=person, section=SECTIONS["next"], asked="hidden", by=worker)
    grid = reverse("skills", args=[person.pk])
    pages = [
        reverse("needs", args=[person.pk]),
        reverse("needs_talk", args=[person.pk, talk.pk]),
        *(reverse("needs_step", args=[person.pk, step]) for step in ("about", "housing", "check")),
        reverse("need", args=[person.pk, talk.findings.first().need_id]),
        reverse("needs_figures", args=[practice.pk]),
        reverse("wishes", args=[person.pk]),
        *(reverse("wish_new", args=[person.pk, kind]) for kind in ("sector", "profession")),
        grid,
        f"{grid}?beside=ar",
        f"{grid}?beside=fr",
        f"{reverse('skills_export', args=[person.pk, 'pdf'])}?beside=fr",
        *(f"{reverse('skill_new', args=[person.pk, key])}?beside=ar" for key in ("skills", "work")),
        reverse("skill", args=[person.pk, "languages", entry.pk]),
    ]
    return [(path, worker) for path in pages]


def _offered(practice, coordinator):
    """An activity with people, sessions held, cancelled and waiting for their sheet, and one in which nothing is yet."""
    bare = an_activity(practice, coordinator, title="Not begun yet")
    activity = an_activity(practice, coordinator, aim="To bake.", domains=["work"], gap="No bakery")
    people = people_in(activity, coordinator, 3)
    staff = [Staffing(coordinator, "", "facilitator"), Staffing(None, "V7", "volunteer")]
    today = timezone.localdate()
    held, waiting, off = (
        a_session(activity, coordinator, planned_on=today, staff=staff, capacity=12) for _ in range(3)
    )
    record(held, coordinator, "present", "absent", people=people)
    planning.cancel(session=off, reason="weather", by=coordinator)
    ahead = a_session(activity, coordinator, planned_on=today + timedelta(days=7), adaptations=["pace"])
    lists = ("activities", "activity_new", "activities_figures", "sessions", "figures")
    of_activity = ("activity", "activity_edit", "activity_people", "session_plan")
    return [
        *(reverse(name, args=[practice.pk]) for name in lists),
        *(reverse(name, args=[activity.pk]) for name in of_activity),
        *(reverse(name, args=[bare.pk]) for name in ("activity", "activity_people")),
        reverse("activity_leave", args=[activity.pk, activity.enrolments.first().pk]),
        *(session.get_absolute_url() for session in (held, waiting, off)),
        *(reverse("sheet", args=[session.pk]) for session in (held, waiting, off, ahead)),
        reverse("session_edit", args=[held.pk]),
    ]


def _listened(house, coordinator):
    """What people said in a practice of its own, and those to whom something was said in confidence."""
    practice = practices.create(
        organisation=house, title="Bread and Words", starts_on=date(2025, 1, 1), by=coordinator
    )
    activity, today = an_activity(practice, coordinator), timezone.localdate()
    form = listening.a_form(key="how_was_it")
    for on, good, bad in ((today - timedelta(days=40), 5, 1), (today, 9, 3)):
        pool = listening.pooled(
            activity, form, coordinator, on=on, good=good, bad=bad, words="The bread was good."
        )
    held = voices.held_for(coordinator, practice.pk)
    voicing.pass_on(remark=held[0], by=coordinator)
    written_in("The bread was good.", form="en")  # what tells languages is read in before a page waits for it
    points.begin_themes(practice=practice, by=coordinator)
    listening.a_point(practice, coordinator, said_on=date(2025, 6, 1))
    told = listening.a_told_point(practice, coordinator, activity=activity)
    consultation = a_record(practice, coordinator, "consultation")
    listening.a_consulted_pool(practice, form, coordinator, consultation.pk)
    report = listening.a_report(practice)
    lead = Person.objects.get(email="lien@harbour-lane.example")
    of_practice = (
        "points",
        "point_list",
        "point_new",
        "themes",
        "answers",
        "remarks",
        "reports",
        "report_tell",
    )
    at = pool.openings.get().address
    return [
        *((reverse(name, args=[practice.pk]), coordinator) for name in of_practice),
        *((reverse(name, args=[told.pk]), coordinator) for name in ("point", "point_edit")),
        *(
            (reverse(name, args=[practice.pk, form.pk]), coordinator)
            for name in ("answers_form", "answers_export")
        ),
        (reverse("consultation", args=[consultation.pk]), coordinator),
        (reverse("reports", args=[practice.pk]), lead),
        (report.get_absolute_url(), lead),
        *(
            (f"{reverse(name, args=[at])}?lang={tag}", None)
            for name in ("voice_told", "voice_serious")
            for tag in ("en", "ar")
        ),
    ]


def _opened(practice, coordinator):
    """Where feedback is opened, closed, put up on a wall and typed in; and what all records say of the criteria."""
    found = voice_doors.furnish(SimpleNamespace(practice=practice, coordinator=coordinator))
    signed = evidence_doors.furnish(SimpleNamespace(practice=practice, coordinator=coordinator))
    assert signed["statement"]
    return [
        *(reverse(name, args=[practice.pk]) for name in ("voices", "voice_new", "evidence")),
        reverse("voice_open", args=[found["voiced"]]),
        *(reverse(name, args=[found["opening"]]) for name in voice_doors.OF_AN_OPENING),
        reverse("evidence_of", args=[practice.pk, "cairn-sustainability"]),
        reverse("evidence_sign", args=[practice.pk, "good-practice-criteria", "P2.1"]),
        reverse("evidence_item", args=[practice.pk, "good-practice-criteria", "P2.1"]),
        reverse("evidence_limits", args=[practice.pk]),
        reverse("evidence_limit", args=[practice.pk, "good-practice-criteria", "P2.1", "levels"]),
    ]


def _in_review(assessment, node_id, coordinator):
    """Submitted by its assessor; of each thing that can wait, one waits."""
    jonas = Person.objects.get(email="jonas@harbour-lane.example")
    for place in ("", node_id):
        talk = commenting.begin(
            assessment=assessment, node_id=place, text="Who *keeps* the key, @Mira?", by=jonas
        )
        commenting.answer(thread=talk.comment.thread, text="I do.", by=coordinator)
    settled = commenting.begin(assessment=assessment, node_id=node_id, text="Since when?", by=jonas)
    commenting.settle(thread=settled.comment.thread, resolved=True, by=coordinator)
    assigning.assign(
        assessment=assessment, node_id=node_id, person=coordinator, by=coordinator, note="Until summer."
    )
    steps.submit(assessment=assessment, seen=State.DRAFT, by=jonas, note="Please read.", open_is_fine=True)
    return [
        *(reverse(name, args=[assessment.pk]) for name in ("review", "review_assign", "comments")),
        reverse("node_comments", args=[assessment.pk, node_id]),
        reverse("four_eyes", args=[assessment.practice.organisation.slug]),
        reverse("asked"),
    ]


def _searched(assessment, coordinator):
    """Documents in use, removed and in a language that the framework has no words in, and what was found in them."""
    practice = assessment.practice
    first, second, *_more = framework_facts.framework_of(assessment.framework_version).items
    attached(practice, coordinator, text=f"{first.text}\n\n{first.text} Then it rained.")
    strange = attached(
        practice, coordinator, text="Gegessen wird um eins.", name="bericht.txt", language="de"
    )
    gone = attached(practice, coordinator, text="Old words.", name="old.txt")
    passages.remove(document=gone, reason="It was only a draft.", by=coordinator)
    found = Library(assessment).found(first.id)
    passages.accept(assessment=assessment, node_id=first.id, passage=found[first.id][0], by=coordinator)
    return [
        reverse("practice_documents", args=[practice.pk]),
        reverse("document_describe", args=[strange.pk]),
        reverse("assessment_passages", args=[assessment.pk]),
        reverse("assessment_quotes", args=[assessment.pk, first.id]),
        reverse("assessment_quotes", args=[assessment.pk, second.id]),
    ]


def _reworded(node):
    children = tuple(_reworded(child) for child in node.children)
    return node.model_copy(update={"text": f"{node.text} (again)", "children": children})


def _taken_up(former, coordinator):
    """What can be begun from an assessment once a newer version is there, what was begun, and versions in and out of use."""
    own = framework_facts.framework_of(former.framework_version)
    newer = {"version": f"{own.version}.1", "nodes": tuple(_reworded(node) for node in own.nodes)}
    frameworks.load(framework=own.model_copy(update=newer))
    fresh = renewals.upgrade(former=former, by=coordinator)
    waiting = fresh.proposals.first()
    renewals.accept(assessment=fresh, proposals=[waiting.pk], by=coordinator)
    other = renewing.others(former)[0]
    out = FrameworkVersion.objects.exclude(framework_id__in=[own.id, other.framework_id, demo.USUAL]).first()
    frameworks.withdraw(version=out, reason="A newer one is being written.", by=coordinator)
    elsewhere = reverse("assessment_elsewhere", args=[former.pk])
    names = ("assessment_next", "assessment_upgrade", "proposals")
    return [
        *(reverse(name, args=[former.pk]) for name in names),
        elsewhere,
        f"{elsewhere}?framework={other}",
        reverse("assessment_upgrade", args=[fresh.pk]),
        reverse("proposals", args=[fresh.pk]),
        reverse("assessment_question", args=[fresh.pk, _page_of(fresh)]),
        reverse("framework_withdraw", args=[own.id, own.version]),
        reverse("framework_withdraw", args=[out.framework_id, out.version]),
        reverse("framework", args=[own.id, newer["version"]]),
    ]


def _page_of(assessment):
    """The question whose item has an open proposal."""
    framework = framework_facts.framework_of(assessment.framework_version)
    open_ids = {one.node_id for one in assessment.proposals.open()}
    return next(
        sheet.node.id for sheet in sheets_of(framework) if open_ids & {item.id for item in sheet.items}
    )


def addresses(publication):
    """Address and who reads it: None is anyone."""
    slug = publication.practice.slug
    begun = Assessment.objects.get(practice__title="Words at the Kitchen Table")
    framework_question = begun.entries.order_by("pk").first().node_id
    house = Organisation.objects.get(name=demo.HOUSE)
    coordinator = Person.objects.get(email="mira@harbour-lane.example")
    public = [
        reverse("home"),
        reverse("publication_list"),
        f"{reverse('publication_list')}?q=nothing-like-it",
        f"{reverse('publication_list')}?country=BE&group=women&country=XX",
        reverse("practice_flag", args=[slug]),
        reverse("publication", args=[slug]),
        reverse("publication_edition", args=[slug, 2]),
        f"{reverse('comparison_public')}?practice={slug}",
        reverse("portfolio_public"),
        f"{reverse('portfolio_public')}?country=BE&group=women&country=XX",
        reverse("framework_list"),
        reverse("mappings"),
        reverse("framework", args=[begun.framework_version.framework_id, begun.framework_version.version]),
        reverse("account_login"),
        reverse("account_reset_password"),
        LOST,
    ]
    private = [
        reverse("desk"),
        reverse("organisation", args=[house.slug]),
        reverse("give_role", args=[house.slug]),
        reverse("practice_new"),
        reverse("practice", args=[publication.practice_id]),
        reverse("records", args=[publication.practice_id]),
        f"{reverse('comparison')}?assessment={begun.pk}&assessment={begun.pk - 1}",
        reverse("comparison_over_time", args=[begun.practice_id]),
        reverse("portfolio"),
        reverse("practice_edit", args=[publication.practice_id]),
        reverse("assessment_start", args=[begun.practice_id]),
        reverse("assessment", args=[begun.pk]),
        reverse("assessment_question", args=[begun.pk, framework_question]),
        reverse("assessment_history", args=[begun.pk]),
        reverse("assessment_publish", args=[begun.pk]),
        reverse("import_upload"),
        _preview(coordinator, begun.framework_version, house),
        reverse("publication_withdraw", args=[publication.pk]),
        reverse("framework_load"),
        reverse("token_list"),
        reverse("account"),
        reverse("own_sessions"),
        reverse("mfa_index"),
        reverse("mfa_activate_totp"),
        reverse("account_logout"),
        reverse("account_change_password"),
    ]
    reviewer = Person.objects.get(email="rian@harbour-lane.example")
    private += _judged_together(begun, coordinator)
    private += (in_review := _in_review(begun, framework_question, coordinator))
    private += _searched(begun, coordinator)
    private += _taken_up(begun, coordinator)
    private += _registered(publication.practice, coordinator)
    private += _asked(publication.practice, coordinator)
    private += _measured(publication.practice, coordinator)
    baking = practices.create(organisation=house, title="Bread for the Street", by=coordinator)
    private += _offered(baking, coordinator)
    private += _paid(publication.practice, coordinator)
    private += _brought(publication.practice, coordinator)
    private += _released(publication.practice, coordinator)
    private += _reported(publication.practice, coordinator)
    private += _opened(baking, coordinator)
    private += _improved(publication.practice, coordinator)
    private += _adapted(publication, house, coordinator)
    return [
        *((path, None) for path in public),
        *((path, coordinator) for path in private),
        *_worked_with(publication.practice, coordinator),
        *_listened(house, coordinator),
        *((path, reviewer) for path in (in_review[0], in_review[-1])),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_has_a_fault_by_the_rules_of_axe_or_runs_off_a_small_screen(world, page_of, language):
    def status(path):
        return 410 if path.endswith("/editions/2/") else 404 if path == LOST else 200

    assert looked_at(page_of, addresses(world), language, status) == ([], [])


def test_the_public_side_needs_no_scripts(world, page_of):
    page = page_of(None, "/", java_script_enabled=False)

    page.get_by_role("link", name="Look at practices").click()
    page.get_by_role("searchbox").fill("steady")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Steady Steps").click()
    page.get_by_text("The same as a table").click()

    assert page.get_by_role("table").is_visible()
    assert page.get_by_role("img", name="How much is met").first.is_visible()

    page.locator(".menu summary").click()
    page.get_by_role("button", name="العربيّة").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.url.endswith(f"/practices/{world.practice.slug}/")


def test_the_public_page_is_light(world, page_of):
    sizes = []
    page = page_of(None, "/practices/")
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length") or 0)))

    page.goto(f"/practices/{world.practice.slug}/")

    # The test's server does not compress, so this is more than what is sent in earnest.
    assert sum(sizes) < 130 * 1024
