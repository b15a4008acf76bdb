from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, path

from cairn.api.root import api
from cairn.api.views.docs import docs


def opened(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Operations check keys and sessions themselves and answer 401; a redirect to the sign-in page helps no program."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            login_not_required(pattern.callback)
    return patterns


patterns, app_name, namespace = api.urls
urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/docs", docs, name="api_docs"),
    path("v1/", (opened(patterns), app_name, namespace)),
]
