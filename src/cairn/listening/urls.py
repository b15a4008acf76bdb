from django.urls import path, re_path

from cairn.listening.views import answers, point, points, remarks, report, reports, tell, themes

urlpatterns = [
    path("practices/<int:practice>/reports/", reports.show, name="reports"),
    path("practices/<int:practice>/reports/new/", tell.tell, name="report_tell"),
    path("reports/<uuid:pk>/", report.show, name="report"),
    path("reports/<uuid:pk>/acknowledge/", report.acknowledge, name="report_acknowledge"),
    path("reports/<uuid:pk>/escalate/", report.escalate, name="report_escalate"),
    path("reports/<uuid:pk>/close/", report.close, name="report_close"),
    path("practices/<int:practice>/answers/", answers.overview, name="answers"),
    path("practices/<int:practice>/answers/<int:form>/", answers.of_form, name="answers_form"),
    path("practices/<int:practice>/answers/<int:form>/take/", answers.export, name="answers_export"),
    path("practices/<int:practice>/remarks/", remarks.show, name="remarks"),
    path("remarks/<uuid:pk>/judge/", remarks.judge, name="remark_judge"),
    path("remarks/<uuid:pk>/themes/", remarks.themes, name="remark_themes"),
    path("practices/<int:practice>/points/", points.board, name="points"),
    path("practices/<int:practice>/points/all/", points.listing, name="point_list"),
    re_path(r"^practices/(?P<practice>\d+)/points\.(?P<form>csv|xlsx)$", points.export, name="points_export"),
    path("practices/<int:practice>/points/new/", point.new, name="point_new"),
    path("points/<uuid:pk>/", point.show, name="point"),
    path("points/<uuid:pk>/edit/", point.edit, name="point_edit"),
    path("points/<uuid:pk>/decide/", point.decide, name="point_decide"),
    path("points/<uuid:pk>/tell-back/", point.tell_back, name="point_tell_back"),
    path("practices/<int:practice>/themes/", themes.show, name="themes"),
    path("practices/<int:practice>/themes/begin/", themes.begin, name="themes_begin"),
    path("practices/<int:practice>/themes/<int:theme>/retire/", themes.retire, name="theme_retire"),
]
