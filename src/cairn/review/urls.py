from django.urls import URLPattern, URLResolver, path

from cairn.review.views import (
    approve,
    asked,
    assign,
    comments,
    done,
    due,
    four_eyes,
    page,
    send_back,
    settle,
    submit,
    take_back,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("asked/", asked.asked, name="asked"),
    path("asked/<int:pk>/done/", done.done, name="assignment_done"),
    path("assessments/<int:pk>/review/", page.page, name="review"),
    path("assessments/<int:pk>/review/submit/", submit.submit, name="review_submit"),
    path("assessments/<int:pk>/review/take-back/", take_back.take_back, name="review_take_back"),
    path("assessments/<int:pk>/review/return/", send_back.send_back, name="review_return"),
    path("assessments/<int:pk>/review/approve/", approve.approve, name="review_approve"),
    path("assessments/<int:pk>/review/due/", due.due, name="review_due"),
    path("assessments/<int:pk>/review/assign/", assign.assign, name="review_assign"),
    path("assessments/<int:pk>/comments/", comments.comments, name="comments"),
    path("assessments/<int:pk>/nodes/<str:node_id>/comments/", comments.comments, name="node_comments"),
    path("comments/<int:pk>/reply/", comments.reply, name="comment_reply"),
    path("comments/<int:pk>/settle/", settle.settle, name="comment_settle"),
    path("desk/organisations/<slug:slug>/four-eyes/", four_eyes.four_eyes, name="four_eyes"),
]
