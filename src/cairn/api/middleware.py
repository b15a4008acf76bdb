"""What holds for every answer under /api/, also for those that never reached an operation."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from cairn.api.problems import MEDIA_TYPE, Refusal


class ApiMiddleware:
    """Errors have one shape, and nothing personal stays in a cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path_info.startswith("/api/"):
            return response
        if response.status_code >= 400 and response.get("Content-Type") != MEDIA_TYPE:
            # An unknown address, a verb that is not taken, a crash: Django wrote a page for people.
            response.content = Refusal(response.status_code).answer.content
            response["Content-Type"] = MEDIA_TYPE
        patch_cache_control(response, private=True, no_store=True)
        return response
