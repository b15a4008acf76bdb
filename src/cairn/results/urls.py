from django.urls import URLPattern, URLResolver, path, re_path

from cairn.results.views import exporting, indicators, measuring, objectives, overview, report, targets

OF_PRACTICE = r"^practices/(?P<practice>\d+)/results"

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/results/", overview.show, name="results"),
    re_path(rf"{OF_PRACTICE}\.(?P<kind>csv|xlsx)$", overview.export, name="results_export"),
    path("practices/<int:practice>/results/report/", report.show, name="results_report"),
    re_path(rf"{OF_PRACTICE}/report\.(?P<kind>csv|xlsx)$", report.export, name="results_report_export"),
    path("practices/<int:practice>/results/iati/", exporting.as_iati, name="results_iati"),
    path("practices/<int:practice>/results-hxl.csv", exporting.as_hxl, name="results_hxl"),
    path("practices/<int:practice>/results/new/", objectives.new, name="objective_new"),
    path("results/objectives/<int:pk>/edit/", objectives.edit, name="objective_edit"),
    path("results/objectives/<int:pk>/library/", indicators.choose, name="indicator_choose"),
    path("results/objectives/<int:pk>/indicators/new/", indicators.new, name="indicator_new"),
    path("results/indicators/<int:pk>/", indicators.show, name="indicator"),
    path("results/indicators/<int:pk>/edit/", indicators.edit, name="indicator_edit"),
    path("results/indicators/<int:pk>/targets/new/", targets.new, name="target_new"),
    path("results/targets/<int:pk>/edit/", targets.edit, name="target_edit"),
    path("results/indicators/<int:pk>/measure/", measuring.measure, name="measure"),
    path("results/measurements/<int:pk>/edit/", measuring.edit, name="measurement_edit"),
    path("results/measurements/<int:pk>/retake/", measuring.retake, name="measurement_retake"),
    path("results/measurements/<int:pk>/reason/", measuring.explain, name="measurement_explain"),
]
