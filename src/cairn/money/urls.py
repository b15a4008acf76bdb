from django.urls import URLPattern, URLResolver, path, re_path

from cairn.money.views import expenses, grant, grants, lines, time

HOME = "practices/<int:practice>/money/"
ONE = f"{HOME}<int:pk>/"
AS_TABLE = r"^practices/(?P<practice>\d+)/money"
FORM = r"\.(?P<form>csv|xlsx)$"

urlpatterns: list[URLPattern | URLResolver] = [
    path(HOME, grants.show, name="money"),
    re_path(AS_TABLE + FORM, grants.export, name="money_export"),
    path(f"{HOME}new/", grants.new, name="grant_new"),
    path(ONE, grant.show, name="grant"),
    re_path(rf"{AS_TABLE}/(?P<pk>\d+)/(?P<table>budget|months){FORM}", grant.export, name="grant_export"),
    path(f"{ONE}edit/", grants.edit, name="grant_edit"),
    path(f"{ONE}remove/", grants.remove, name="grant_remove"),
    path(f"{ONE}why/<int:category>/", grant.explain, name="variance_explain"),
    path(f"{ONE}lines/new/", lines.new, name="line_new"),
    path(f"{ONE}lines/<int:line>/", lines.edit, name="line_edit"),
    path(f"{ONE}expenses/", expenses.show, name="expenses"),
    re_path(rf"{AS_TABLE}/(?P<pk>\d+)/expenses{FORM}", expenses.export, name="expenses_export"),
    path(f"{ONE}expenses/new/", expenses.new, name="expense_new"),
    path(f"{ONE}expenses/<int:expense>/correct/", expenses.correct, name="expense_correct"),
    path(f"{ONE}time/", time.show, name="time"),
    re_path(rf"{AS_TABLE}/(?P<pk>\d+)/time{FORM}", time.export, name="time_export"),
    path(f"{ONE}time/new/", time.new, name="time_new"),
    path(f"{ONE}time/<int:time>/", time.edit, name="time_edit"),
]
