"""Cairn's addresses, and before them one that keeps a row and says nothing."""

import uuid

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.csrf import csrf_exempt

from cairn.urls import urlpatterns as cairns

TABLE = "CREATE TABLE IF NOT EXISTS bench_floor (key TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID"


@csrf_exempt
@login_not_required
def floor(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_floor VALUES (%s, %s)", [uuid.uuid4().hex, "x" * 600])
    return HttpResponse(status=204)


urlpatterns: list[URLPattern | URLResolver] = [path("q/floor", floor), *cairns]
