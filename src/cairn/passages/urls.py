from django.urls import URLPattern, URLResolver, path, re_path

from cairn.passages.views import describe, documents, quotes

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:pk>/documents/", documents.documents, name="practice_documents"),
    re_path(
        r"^practices/(?P<pk>\d+)/documents\.(?P<kind>csv|xlsx)$", documents.export, name="documents_export"
    ),
    path("documents/<int:pk>/file/", documents.download, name="document_download"),
    path("documents/<int:pk>/describe/", describe.describe, name="document_describe"),
    path("documents/<int:pk>/remove/", documents.remove, name="document_remove"),
    path("assessments/<int:pk>/passages/", quotes.overview, name="assessment_passages"),
    re_path(r"^assessments/(?P<pk>\d+)/passages\.(?P<kind>csv|xlsx)$", quotes.export, name="passages_export"),
    path("assessments/<int:pk>/passages/<str:node_id>/", quotes.quotes, name="assessment_quotes"),
    path("assessments/<int:pk>/passages/<str:node_id>/accept/", quotes.accept, name="quote_accept"),
    path("assessments/<int:pk>/quotes/<int:quote>/back/", quotes.take_back, name="quote_take_back"),
]
