from django import forms
from django.template.loader import render_to_string
from django.urls import reverse


class Asking(forms.Form):
    title = forms.CharField(label="Title", help_text="As people say it.")
    note = forms.CharField(label="Note", required=False)
    agreed = forms.BooleanField(label="Agreed", help_text="Read it first.")
    groups = forms.MultipleChoiceField(
        label="Groups", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple, help_text="All that apply."
    )
    colour = forms.ChoiceField(
        label="Colour", choices=[("r", "Red")], widget=forms.RadioSelect, required=False
    )


def test_a_visitor_changes_the_language_and_stays_where_they_were(client, db):
    response = client.post(
        reverse("set_language"), {"language": "ar", "next": reverse("account_login")}, follow=True
    )

    assert '<html lang="ar" dir="rtl">' in response.content.decode()


def test_the_frame_leads_to_the_main_part_and_in(client, db):
    page = client.get(reverse("account_login")).content.decode()

    assert 'href="#main"' in page
    assert "Sign in" in page
    assert "My desk" not in page


def test_who_is_signed_in_finds_the_desk_and_the_way_out(client, coordinator):
    client.force_login(coordinator)

    page = client.get(reverse("desk")).content.decode()

    assert "My desk" in page
    assert reverse("account_logout") in page


def test_a_field_says_its_label_hint_and_error_and_ties_them_together():
    form = Asking({"title": ""})

    html = form["title"].as_field_group()

    assert '<label for="id_title">' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert "(optional)" in form["note"].as_field_group()


def test_choices_are_a_group_with_a_legend_and_a_tick_stands_before_its_words():
    form = Asking({})

    assert "<legend>" in form["groups"].as_field_group()
    assert "(optional)" in form["colour"].as_field_group()
    assert form["agreed"].as_field_group().index("<input") < form["agreed"].as_field_group().index(
        "<span>Agreed"
    )


def test_the_summary_leads_to_each_field_that_is_wrong():
    summary = render_to_string("parts/error_summary.html", {"form": Asking({})})

    assert 'href="#id_title"' in summary
    assert not render_to_string("parts/error_summary.html", {"form": Asking()}).strip()


def test_every_language_is_offered_by_its_own_name(client, db):
    """A catalogue that knows the word “English” must not hide it from those who look for it."""
    page = client.get(reverse("account_login"), headers={"accept-language": "fr"}).content.decode()

    assert all(f">{name}</button>" in page for name in ("English", "français", "العربيّة"))
