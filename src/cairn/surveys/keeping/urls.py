from django.urls import path

from cairn.surveys.keeping.views import bring, draft, files, form, languages, listing, version, words

OF = "practices/<int:practice>/forms/"
ONE = f"{OF}<int:form>/"
urlpatterns = [
    path(OF, listing.show, name="forms"),
    path(f"{OF}export/<str:kind>/", listing.export, name="forms_export"),
    path(f"{OF}new/", bring.new, name="form_new"),
    path(f"{OF}faults/", bring.faults, name="form_faults"),
    path(ONE, form.show, name="form"),
    path(f"{ONE}upload/", bring.upload, name="form_upload"),
    path(f"{ONE}copy/", form.copy, name="form_copy"),
    path(f"{ONE}retire/", form.retire, name="form_retire"),
    path(f"{ONE}languages/<str:tag>/", languages.show, name="form_language"),
    path(f"{ONE}languages/<str:tag>/checked/", languages.confirm, name="form_confirm"),
    path(f"{ONE}versions/<int:number>/", version.preview, name="form_preview"),
    path(f"{ONE}versions/<int:number>/sheet/", version.take, name="form_sheet"),
    path(f"{ONE}versions/<int:number>/paper/", version.on_paper, name="form_paper"),
    path(f"{ONE}versions/<int:number>/files/", files.show, name="form_files"),
    path(f"{ONE}versions/<int:number>/files/zip/", files.take, name="form_packed"),
    path(f"{ONE}versions/<int:number>/files/<uuid:pk>/", version.file, name="form_file"),
    path(f"{ONE}draft/", draft.show, name="form_draft"),
    path(f"{ONE}draft/begin/", draft.begin, name="form_draft_begin"),
    path(f"{ONE}draft/move/", draft.move, name="form_draft_move"),
    path(f"{ONE}draft/use/", draft.use, name="form_draft_use"),
    path(f"{ONE}draft/discard/", draft.discard, name="form_draft_discard"),
    path(f"{ONE}draft/preview/", draft.preview, name="form_draft_preview"),
    path(f"{ONE}draft/questions/new/", words.add, name="form_question_new"),
    path(f"{ONE}draft/questions/<str:name>/", words.question, name="form_question"),
    path(f"{ONE}draft/languages/", words.choose, name="form_draft_languages"),
    path(f"{ONE}draft/languages/<str:tag>/", words.language, name="form_draft_language"),
]
