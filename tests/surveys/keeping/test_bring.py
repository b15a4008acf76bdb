import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.surveys.keeping import telling
from cairn.surveys.models import Form, FormVersion
from cairn.surveys.writing.workbook import as_xlsx
from tests.surveys.keeping.conftest import page
from tests.surveys.sheets import SHEETS

pytestmark = pytest.mark.django_db
BROKEN = {
    **SHEETS,
    "survey": [*SHEETS["survey"], {"type": "geopoint", "name": "where", "label::English (en)": "Where?"}],
}


def a_workbook(sheets=SHEETS):
    return SimpleUploadedFile("form.xlsx", as_xlsx(sheets, key="brought", number=1))


def said(sheets=SHEETS, **more):
    return {"workbook": a_workbook(sheets), "purpose": "needs", "key": "brought", "anonymous": "on"} | more


def test_a_workbook_becomes_a_form(signed_in, practice):
    new = reverse("form_new", args=[practice.pk])
    assert "Put into use" in page(signed_in.get(new))

    answer = signed_in.post(new, said())

    version = FormVersion.objects.get()
    assert answer.url == reverse("form", args=[practice.pk, version.form_id])
    assert (version.title, version.languages) == ("How was it?", ["en", "ar"])
    again = signed_in.post(new, said())
    assert again.status_code == 422
    assert "There is a form with this short name" in page(again)


def test_all_that_is_wrong_is_told_and_nothing_is_kept(signed_in, practice):
    answer = signed_in.post(reverse("form_new", args=[practice.pk]), said(BROKEN))

    assert answer.status_code == 422
    assert "Cairn does not know the type “geopoint”" in page(answer)
    assert not Form.objects.exists()

    sealed = answer.context["sealed"]
    sheet = signed_in.post(reverse("form_faults", args=[practice.pk]), {"faults": sealed})
    rows = list(openpyxl.load_workbook(io.BytesIO(sheet.content)).active.iter_rows(values_only=True))
    assert rows[0] == ("Sheet", "Row", "Column", "What is wrong, and what helps")
    assert rows[1][:3] == ("survey", 8, "type")
    assert (
        signed_in.post(reverse("form_faults", args=[practice.pk]), {"faults": "made up"}).status_code == 404
    )


def test_what_is_no_workbook_is_refused(signed_in, practice):
    words = SimpleUploadedFile("form.xlsx", b"words")
    answer = signed_in.post(reverse("form_new", args=[practice.pk]), said(workbook=words))

    assert answer.status_code == 422
    assert "This is no Excel workbook" in page(answer)
    assert signed_in.post(reverse("form_new", args=[practice.pk]), {"key": "a"}).status_code == 422


def test_the_next_version_comes_as_a_workbook(signed_in, version, at):
    assert "Bring a new version in" in page(signed_in.get(at("form_upload")))
    same = signed_in.post(at("form_upload"), {"workbook": a_workbook()})
    assert "Nothing was changed" in page(same)
    less = {**SHEETS, "survey": SHEETS["survey"][:1]}

    assert signed_in.post(at("form_upload"), {"workbook": a_workbook(less)}).url == at("form")

    assert version.form.versions.count() == 2


def test_so_many_faults_are_shown_and_the_others_counted():
    many = [telling.Fault("survey", number, "type", "Mend it.") for number in range(telling.MOST + 2)]

    told = telling.told(many)

    assert (len(told["faults"]), told["more"]) == (telling.MOST, 2)
    assert telling.unsealed(told["sealed"])[0] == many[0]
