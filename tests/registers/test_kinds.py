"""Every kind, walked: its form, its list, its export, and what it may not hold."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cairn.registers import actions, facts
from cairn.registers.kinds import all_kinds
from cairn.registers.shape import LISTS, Life, Sort
from cairn.vault.privacy import NEVER, Who
from tests.registers.factories import a_record, a_value, required

KINDS = list(all_kinds().values())


@pytest.mark.parametrize("kind", KINDS, ids=[kind.key for kind in KINDS])
class TestKinds:
    def test_its_words_and_keys_fit_together(self, kind):
        keys = [field.key for field in kind.fields]
        assert len(set(keys)) == len(keys)
        assert all_kinds()[kind.key] is kind
        assert str(kind.purpose).endswith(".")
        assert 3 <= len(keys) <= 16
        for key in (kind.happened, kind.due):
            assert not key or kind.field(key).sort is Sort.DATE
        assert not kind.due or kind.life is not Life.FACT
        assert kind.field(kind.title).required
        assert not kind.field(kind.title).sealed
        assert kind.field(kind.title).sort not in LISTS
        assert not any(kind.field(key).sealed for key in kind.columns)
        assert kind.part_of in {"", *all_kinds()}
        for field in kind.fields:
            assert set(field.to) <= set(all_kinds())
            assert bool(field.to) is field.links
            assert bool(field.choices) is (field.sort in {Sort.CHOICE, Sort.CHOICES})

    def test_every_field_says_who_may_see_it(self, kind):
        assert {field.who for field in kind.fields} <= {Who.TEAM, Who.SEALED}
        assert not any(
            field.sealed
            for field in kind.fields
            if field.sort is not Sort.LONG and field.sort is not Sort.TEXT
        )

    def test_nothing_in_it_is_about_what_was_done_to_a_person(self, kind):
        words = [kind.key, str(kind.name)]
        for field in kind.fields:
            words += [
                field.key,
                str(field.label),
                *(str(word) for choice in field.choices for word in choice),
            ]
        assert [word for word in words for piece in NEVER if piece in word.lower().replace(" ", "_")] == []

    def test_the_least_is_enough_and_the_form_takes_it(self, kind, client, practice, coordinator):
        client.force_login(coordinator)
        address = reverse("record_new", args=[practice.pk, kind.key])
        page = client.get(address).content.decode()
        assert all(f'name="{field.key}"' in page or field.links for field in kind.fields)
        said = required(practice, coordinator, kind.key)
        sent = {key: "yes" if value is True else value for key, value in said.items()}

        answer = client.post(address, sent)

        assert answer.status_code == 302
        record = facts.of_kind(practice, kind.key).get(pk=answer["Location"].split("/")[-2])
        assert record.happened_on == said.get(kind.happened)
        assert client.get(answer["Location"]).status_code == 200

    def test_everything_can_be_said_and_comes_back(self, kind, practice, coordinator, worker, client):
        said = {field.key: a_value(field, practice, coordinator) for field in kind.fields}
        said |= {"second_reader": worker.pk} if "second_reader" in said else {}
        record = actions.add(practice=practice, kind=kind.key, by=coordinator, **said)

        kept = facts.said_of(record)

        assert all(kept[field.key] is not None for field in kind.fields)
        client.force_login(coordinator)
        assert client.get(reverse("record_edit", args=[record.pk])).status_code == 200

    def test_what_is_required_is_refused_by_name(self, kind, client, practice, coordinator):
        client.force_login(coordinator)
        wanted = {field.key for field in kind.fields if field.required}

        with pytest.raises(ValidationError) as refused:
            actions.add(practice=practice, kind=kind.key, by=coordinator)

        assert set(refused.value.message_dict) == wanted
        page = client.post(reverse("record_new", args=[practice.pk, kind.key]), {"again": "1"})
        assert page.status_code == 422
        assert set(page.context["form"].errors) == wanted

    def test_its_list_and_export_hold_it(self, kind, client, practice, coordinator):
        client.force_login(coordinator)
        empty = client.get(reverse("register", args=[practice.pk, kind.key])).content.decode()
        assert str(kind.purpose) in empty.replace("&#x27;", "'")
        record = a_record(practice, coordinator, kind.key)

        assert (
            str(record.pk) in client.get(reverse("register", args=[practice.pk, kind.key])).content.decode()
        )
        for form in ("csv", "xlsx"):
            export = client.get(reverse("register_export", args=[practice.pk, kind.key, form]))
            assert len(export.content) > 100


def test_what_stands_below_another_stands_in_the_same_group():
    below = [kind for kind in KINDS if kind.part_of]
    assert [kind.key for kind in below if all_kinds()[kind.part_of].group is not kind.group] == []
    assert [kind.key for kind in below if all_kinds()[kind.part_of].part_of] == []


def faults(practice, by, kind, **said):
    with pytest.raises(ValidationError) as refused:
        a_record(practice, by, kind, **said)
    return set(refused.value.message_dict)


def test_a_second_reader_is_somebody_else(practice, coordinator, worker):
    assert faults(practice, coordinator, "rights_checklist", second_reader=coordinator.pk) == {
        "second_reader"
    }
    assert a_record(practice, coordinator, "rights_checklist", second_reader=worker.pk)


def test_no_more_people_answer_than_were_asked(practice, coordinator):
    assert faults(practice, coordinator, "compensation", offered=3, paid=2, declined=2) == {"paid"}
    assert a_record(practice, coordinator, "compensation", offered=3, paid=2, declined=1)


def test_a_gap_that_is_not_ours_has_a_reason(practice, coordinator):
    assert faults(practice, coordinator, "gap", answer="not-ours") == {"reason"}
    assert a_record(practice, coordinator, "gap", answer="not-ours", reason="The town does it.")


def test_figures_and_days_stand_in_order(practice, coordinator):
    assert faults(practice, coordinator, "area_estimate", least=90, most=40) == {"most"}
    assert a_record(practice, coordinator, "area_estimate", least=40, most=90)
    for kind in ("funding", "needs_analysis"):
        days = {"from_on": "2026-03-01", "until_on": "2026-02-01"}
        assert faults(practice, coordinator, kind, **days) == {"until_on"}
        assert a_record(practice, coordinator, kind, from_on="2026-01-01", until_on="2026-02-01")
