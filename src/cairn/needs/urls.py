from django.urls import URLPattern, URLResolver, path, re_path

from cairn.needs.views import assess, figures, show, skills, wishes

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/needs/", figures.figures, name="needs_figures"),
    re_path(
        r"^practices/(?P<practice>\d+)/needs\.(?P<kind>csv|xlsx)$",
        figures.export,
        name="needs_figures_export",
    ),
    path("participants/<uuid:pk>/needs/", show.needs, name="needs"),
    path("participants/<uuid:pk>/needs/start/", assess.start, name="needs_start"),
    path("participants/<uuid:pk>/needs/discard/", assess.discard, name="needs_discard"),
    path("participants/<uuid:pk>/needs/talk/<slug:step>/", assess.step, name="needs_step"),
    path("participants/<uuid:pk>/needs/talks/<uuid:talk>/", show.talk, name="needs_talk"),
    path("participants/<uuid:pk>/needs/<uuid:need>/", show.need, name="need"),
    path("participants/<uuid:pk>/wishes/", wishes.wishes, name="wishes"),
    path("participants/<uuid:pk>/wishes/new/<slug:kind>/", wishes.new, name="wish_new"),
    path("participants/<uuid:pk>/wishes/<uuid:wish>/first/", wishes.first, name="wish_first"),
    path("participants/<uuid:pk>/wishes/<uuid:wish>/take-back/", wishes.take_back, name="wish_take_back"),
    path("participants/<uuid:pk>/skills/", skills.show, name="skills"),
    path("participants/<uuid:pk>/skills/<slug:section>/", skills.new, name="skill_new"),
    path("participants/<uuid:pk>/skills/<slug:section>/asked/", skills.put, name="skill_asked"),
    path("participants/<uuid:pk>/skills/<slug:section>/<uuid:entry>/", skills.edit, name="skill"),
    path(
        "participants/<uuid:pk>/skills/<slug:section>/<uuid:entry>/remove/",
        skills.remove,
        name="skill_remove",
    ),
]
