from django.urls import path

from cairn.home.views import desk, records

urlpatterns = [
    path("desk/", desk.show, name="desk"),
    path("practices/<int:practice>/records/", records.show, name="records"),
]
