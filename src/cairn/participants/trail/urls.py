from django.urls import path

from cairn.participants.kinds import OF
from cairn.participants.trail import views

urlpatterns = [
    path(f"{OF}trail/", views.show, name="trail"),
    path(f"{OF}trail.<list_kind:kind>", views.export, name="trail_export"),
]
