from django.urls import path

from cairn.listening.views import report, reports, tell

urlpatterns = [
    path("practices/<int:practice>/reports/", reports.show, name="reports"),
    path("practices/<int:practice>/reports/new/", tell.tell, name="report_tell"),
    path("reports/<uuid:pk>/", report.show, name="report"),
    path("reports/<uuid:pk>/acknowledge/", report.acknowledge, name="report_acknowledge"),
    path("reports/<uuid:pk>/escalate/", report.escalate, name="report_escalate"),
    path("reports/<uuid:pk>/close/", report.close, name="report_close"),
]
