from django.urls import URLPattern, URLResolver, path, re_path

from cairn.comparison.pictures import FORM
from cairn.comparison.views import compare, portfolio, time

KIND = rf"(?P<kind>{FORM})"

urlpatterns: list[URLPattern | URLResolver] = [
    path("compare/", compare.public, name="comparison_public"),
    re_path(rf"^compare/export\.{KIND}$", compare.public_export, name="comparison_public_export"),
    path("assessments/compare/", compare.own, name="comparison"),
    re_path(rf"^assessments/compare/export\.{KIND}$", compare.own_export, name="comparison_export"),
    path("practices/<int:pk>/over-time/", time.show, name="comparison_over_time"),
    re_path(
        rf"^practices/(?P<pk>[0-9]+)/over-time/export\.{KIND}$",
        time.export,
        name="comparison_over_time_export",
    ),
    path("portfolio/", portfolio.own, name="portfolio"),
    re_path(rf"^portfolio/export\.{KIND}$", portfolio.own_export, name="portfolio_export"),
    path("portfolio/published/", portfolio.public, name="portfolio_public"),
    re_path(
        rf"^portfolio/published/export\.{KIND}$", portfolio.public_export, name="portfolio_public_export"
    ),
]
