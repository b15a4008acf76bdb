from django.urls import URLPattern, URLResolver, path

from cairn.exchange.views import commit, into, preview, upload

urlpatterns: list[URLPattern | URLResolver] = [
    path("import/", upload.upload, name="import_upload"),
    path("import/<uuid:key>/", preview.preview, name="import_preview"),
    path("import/<uuid:key>/into/", into.into, name="import_into"),
    path("import/<uuid:key>/commit/", commit.commit, name="import_commit"),
]
