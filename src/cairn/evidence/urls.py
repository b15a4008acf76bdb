from django.urls import URLPattern, URLResolver, path, re_path

from cairn.evidence.views import health, item, limits, public, sign

OF = "practices/<int:practice>/evidence/<slug:framework>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/evidence/", health.show, name="evidence"),
    path("practices/<int:practice>/evidence/limits/", limits.show, name="evidence_limits"),
    re_path(
        r"^practices/(?P<practice>\d+)/evidence/limits\.(?P<form>csv|xlsx)$",
        limits.export,
        name="evidence_limits_export",
    ),
    path("practices/<int:practice>/evidence-in-public/", public.public, name="evidence_public"),
    path(OF, health.show, name="evidence_of"),
    re_path(
        r"^practices/(?P<practice>\d+)/evidence/(?P<framework>[-\w]+)\.(?P<form>csv|xlsx)$",
        health.export,
        name="evidence_export",
    ),
    path(f"{OF}<str:item>/", item.show, name="evidence_item"),
    path(f"{OF}<str:item>/limits/<slug:name>/", limits.change, name="evidence_limit"),
    path(f"{OF}<str:item>/statements/", sign.sign, name="evidence_sign"),
    path(f"{OF}<str:item>/statements/<int:pk>/withdraw/", sign.withdraw, name="evidence_withdraw"),
]
