from django.urls import URLPattern, URLResolver, path

from cairn.review.views import page

urlpatterns: list[URLPattern | URLResolver] = [
    path("assessments/<int:pk>/review/", page.page, name="review"),
]
