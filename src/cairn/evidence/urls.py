from django.urls import URLPattern, URLResolver, path

from cairn.evidence.views import health, sign

OF = "practices/<int:practice>/evidence/<slug:framework>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/evidence/", health.show, name="evidence"),
    path(OF, health.show, name="evidence_of"),
    path(f"{OF}<str:item>/", sign.sign, name="evidence_sign"),
    path(f"{OF}<str:item>/statements/<int:pk>/withdraw/", sign.withdraw, name="evidence_withdraw"),
]
