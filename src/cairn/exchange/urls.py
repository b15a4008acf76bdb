from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

urlpatterns: list[URLPattern | URLResolver] = [
    path("import/", RedirectView.as_view(pattern_name="desk"), name="import_upload")
]
