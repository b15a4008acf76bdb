from django.urls import path, re_path

from cairn.sheets.views import bring, lists, take

urlpatterns = [
    path("practices/<int:practice>/sheets/", lists.show, name="sheets"),
    re_path(
        r"^practices/(?P<practice>\d+)/sheets/(?P<key>[\w-]+)\.(?P<kind>csv|xlsx|json)$",
        take.take,
        name="sheet_take",
    ),
    path("practices/<int:practice>/sheets/<slug:key>/template/", take.template, name="sheet_template"),
    path("practices/<int:practice>/sheets/<slug:key>/", bring.upload, name="sheet_upload"),
    path("imports/sheets/<uuid:pk>/", bring.show, name="sheet_import"),
    path("imports/sheets/<uuid:pk>/columns/", bring.match, name="sheet_match"),
    path("imports/sheets/<uuid:pk>/faults/", bring.faults, name="sheet_faults"),
    path("imports/sheets/<uuid:pk>/bring/", bring.bring, name="sheet_bring"),
    path("imports/sheets/<uuid:pk>/undo/", bring.undo, name="sheet_undo"),
]
