from django.urls import URLPattern, URLResolver, path

from cairn.evidence.views import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/evidence/", health.show, name="evidence"),
    path("practices/<int:practice>/evidence/<slug:framework>/", health.show, name="evidence_of"),
]
