from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, path

from cairn.api.root import api
from cairn.api.views.docs import docs


def opened(
    urls: tuple[list[URLPattern | URLResolver], str, str],
) -> tuple[list[URLPattern | URLResolver], str, str]:
    """Operations check keys and sessions themselves and answer 401; a way to the sign-in page helps no program."""
    patterns, app, namespace = urls
    for pattern in patterns:
        view: Any = pattern.callback
        login_not_required(view)
    return patterns, app, namespace


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/docs", docs, name="api_docs"),
    path("v1/", opened(api.urls)),
]
