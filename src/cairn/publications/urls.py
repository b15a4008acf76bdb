from django.urls import URLPattern, URLResolver, path

from cairn.publications.views import home, page, withdraw

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("practices/<slug:slug>/", page.page, name="publication"),
    path("practices/<slug:slug>/editions/<int:edition>/", page.page, name="publication_edition"),
    path("desk/publications/<int:pk>/withdraw/", withdraw.withdraw, name="publication_withdraw"),
]
