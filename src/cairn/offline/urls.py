from django.urls import URLPattern, URLResolver, path

from cairn.offline.views import field, shell

urlpatterns: list[URLPattern | URLResolver] = [
    path("field/", shell.field, name="field"),
    path("field/worker.js", shell.worker, name="field_worker"),
    path("field/pack/", field.pack, name="field_pack"),
    path("field/send/", field.send, name="field_send"),
]
