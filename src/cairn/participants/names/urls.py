from django.urls import path

from cairn.participants.kinds import OF
from cairn.participants.names import views

urlpatterns = [path(f"{OF}names/", views.names, name="names")]
