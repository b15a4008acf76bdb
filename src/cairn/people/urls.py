from django.urls import URLPattern, URLResolver, path, re_path

from cairn.people.views import account, give_role, organisation, revoke_token, sessions, tokens

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/keys/", tokens.tokens, name="token_list"),
    path("account/keys/<int:pk>/revoke/", revoke_token.revoke, name="token_revoke"),
    path("account/", account.show, name="account"),
    path("account/sessions/", sessions.show, name="own_sessions"),
    path("account/sessions/<int:pk>/end/", sessions.end, name="own_session_end"),
    path("desk/organisations/<slug:slug>/people/<int:pk>/sign-out/", sessions.end_all, name="sign_out"),
    path("desk/organisations/<slug:slug>/", organisation.show, name="organisation"),
    path("desk/organisations/<slug:slug>/give-role/", give_role.give, name="give_role"),
    re_path(
        r"^desk/organisations/(?P<slug>[\w-]+)/members\.(?P<kind>csv|xlsx)$",
        organisation.export,
        name="members_export",
    ),
]
