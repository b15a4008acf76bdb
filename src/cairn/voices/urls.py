from django.urls import URLPattern, URLResolver, path

from cairn.voices.views import public

urlpatterns: list[URLPattern | URLResolver] = [
    path("q/<slug:address>/", public.ask, name="voice_ask"),
    path("q/<slug:address>/kiosk/", public.kiosk, name="voice_kiosk"),
    path("q/<slug:address>/leave/", public.leave, name="voice_leave"),
]
