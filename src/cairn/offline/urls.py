from django.urls import URLPattern, URLResolver, path

from cairn.offline.views import field

urlpatterns: list[URLPattern | URLResolver] = [
    path("field/pack/", field.pack, name="field_pack"),
    path("field/send/", field.send, name="field_send"),
]
