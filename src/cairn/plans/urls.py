from django.urls import path

from cairn.plans.views import goals, leaving, plan, rating, reviewing, waiting

urlpatterns = [
    path("practices/<int:practice>/plans/", waiting.show, name="plans"),
    path("participants/<uuid:pk>/plan/", plan.show, name="plan"),
    path("participants/<uuid:pk>/plan/begin/", plan.begin, name="plan_begin"),
    path("participants/<uuid:pk>/plan/goals/new/", goals.new, name="goal_new"),
    path("participants/<uuid:pk>/plan/goals/<uuid:goal>/", goals.edit, name="goal_edit"),
    path("participants/<uuid:pk>/plan/goals/<uuid:goal>/close/", goals.close, name="goal_close"),
    path("participants/<uuid:pk>/plan/goals/<uuid:goal>/steps/", goals.add_step, name="step_add"),
    path("participants/<uuid:pk>/plan/steps/<uuid:step>/done/", goals.do_step, name="step_do"),
    path("participants/<uuid:pk>/plan/review/", reviewing.review, name="plan_review"),
    path("participants/<uuid:pk>/plan/self-rating/", rating.rate, name="self_rating"),
    path("participants/<uuid:pk>/leave/", leaving.leave, name="leave"),
    path("participants/<uuid:pk>/come-back/", leaving.come_back, name="come_back"),
    path("participants/<uuid:pk>/follow-up/<int:months>/", leaving.follow_up, name="follow_up"),
]
