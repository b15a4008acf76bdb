from django.urls import URLPattern, URLResolver, path, re_path

from cairn.voices.views import entering, files, listing, opening, poster, public

urlpatterns: list[URLPattern | URLResolver] = [
    path("q/<slug:address>/", public.ask, name="voice_ask"),
    path("q/<slug:address>/<uuid:pk>/", files.file, name="voice_file"),
    path("q/<slug:address>/kiosk/", public.kiosk, name="voice_kiosk"),
    path("q/<slug:address>/leave/", public.leave, name="voice_leave"),
    path("practices/<int:practice>/voices/", listing.show, name="voices"),
    re_path(
        r"^practices/(?P<practice>\d+)/voices\.(?P<kind>csv|xlsx)$", listing.export, name="voices_export"
    ),
    path("practices/<int:practice>/voices/new/", opening.new, name="voice_new"),
    path("sessions/<int:pk>/voices/new/", opening.open_session, name="voice_open"),
    path("voices/<int:pk>/", opening.show, name="voice"),
    path("voices/<int:pk>/close/", opening.close, name="voice_close"),
    path("voices/<int:pk>/revise/", opening.revise, name="voice_revise"),
    path("voices/<int:pk>/poster/", poster.show, name="voice_poster"),
    path("voices/<int:pk>/enter/", entering.enter, name="voice_enter"),
]
