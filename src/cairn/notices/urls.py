from django.urls import URLPattern, URLResolver, path

from cairn.notices.views import follow, listing

urlpatterns: list[URLPattern | URLResolver] = [
    path("notices/", listing.listing, name="notices"),
    path("notices/read/", follow.tick_off, name="notices_read"),
    path("notices/<int:pk>/", follow.follow, name="notice"),
]
