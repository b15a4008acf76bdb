from django.urls import URLPattern, URLResolver, path

from cairn.assessments.views import history, leave_out, overview, publish, question, save, start, undo

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:pk>/assess/", start.start, name="assessment_start"),
    path("assessments/<int:pk>/", overview.overview, name="assessment"),
    path("assessments/<int:pk>/history/", history.history, name="assessment_history"),
    path("assessments/<int:pk>/history/<int:change>/undo/", undo.undo, name="assessment_undo"),
    path("assessments/<int:pk>/publish/", publish.publish, name="assessment_publish"),
    # Under a word of their own, so that a node may be called "history".
    path("assessments/<int:pk>/nodes/<str:node_id>/", question.question, name="assessment_question"),
    path("assessments/<int:pk>/nodes/<str:node_id>/save/", save.save, name="assessment_save"),
    path(
        "assessments/<int:pk>/nodes/<str:node_id>/leave-out/",
        leave_out.leave_out,
        name="assessment_leave_out",
    ),
]
