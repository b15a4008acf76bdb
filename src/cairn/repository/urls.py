from django.urls import URLPattern, URLResolver, path, re_path

from cairn.repository.views import badge, catalogue, export, feed, flag, flags, listing, robots, settle

urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("practices/", listing.listing, name="publication_list"),
    re_path(r"^practices\.(?P<kind>csv|xlsx|json)$", export.export, name="publications_export"),
    path("feed.atom", feed.feed, name="feed"),
    path("catalogue.jsonld", catalogue.show, name="catalogue"),
    re_path(r"^practices/(?P<slug>[-\w]+)/badge\.(?P<kind>svg|json)$", badge.show, name="practice_badge"),
    path("practices/<slug:slug>/flag/", flag.flag, name="practice_flag"),
    path("desk/flags/", flags.listing, name="flags"),
    re_path(r"^desk/flags\.(?P<kind>csv|xlsx)$", flags.export, name="flags_export"),
    path("desk/flags/<int:pk>/", settle.settle, name="flag"),
]
