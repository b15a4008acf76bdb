from django.urls import path

from cairn.participants.ending import views
from cairn.participants.kinds import OF

urlpatterns = [
    path(f"{OF}participants/retention/", views.show, name="retention"),
    path(f"{OF}participants/retention.<list_kind:kind>", views.export, name="retention_export"),
    path(f"{OF}participants/<uuid:pk>/retention/", views.sort, name="participant_retention"),
    path(f"{OF}participants/<uuid:pk>/hold/", views.ask_hold, name="hold_ask"),
    path(f"{OF}participants/<uuid:pk>/erase/", views.erase, name="participant_erase"),
    path(f"{OF}holds/<int:hold>/<slug:deed>/", views.decide_hold, name="hold_decide"),
]
