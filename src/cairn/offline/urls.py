from django.urls import URLPattern, URLResolver, path, re_path

from cairn.offline.views import field, openrosa, shell, submissions, tokens

urlpatterns: list[URLPattern | URLResolver] = [
    path("field/", shell.field, name="field"),
    path("field/worker.js", shell.worker, name="field_worker"),
    path("field/pack/", field.pack, name="field_pack"),
    path("field/send/", field.send, name="field_send"),
    path("practices/<int:practice>/devices/", tokens.show, name="devices"),
    path("practices/<int:practice>/devices/<int:token>/revoke/", tokens.revoke, name="device_revoke"),
    path("practices/<int:practice>/submissions/", submissions.listing, name="submissions"),
    re_path(
        r"^practices/(?P<practice>\d+)/submissions/(?P<key>[-\w]+)\.(?P<kind>csv|xlsx)$",
        submissions.export,
        name="submissions_export",
    ),
    path("practices/<int:practice>/submissions/<uuid:pk>/", submissions.show, name="submission"),
    path(
        "practices/<int:practice>/submissions/<uuid:pk>/remove/", submissions.remove, name="submission_remove"
    ),
    # As clients know them: without a slash at the end.
    path("openrosa/<int:practice>/formList", openrosa.forms, name="openrosa_forms"),
    path("openrosa/<int:practice>/submission", openrosa.submission, name="openrosa_submission"),
    path("openrosa/<int:practice>/forms/<str:key>/<str:version>.xml", openrosa.form, name="openrosa_form"),
    path(
        "openrosa/<int:practice>/manifest/<str:key>/<str:version>",
        openrosa.manifest,
        name="openrosa_manifest",
    ),
    path(
        "openrosa/<int:practice>/files/<str:key>/<str:version>/<uuid:pk>", openrosa.file, name="openrosa_file"
    ),
]
