from django.urls import URLPattern, URLResolver, path, re_path

from cairn.people.views import give_role, organisation, revoke_token, tokens

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/keys/", tokens.tokens, name="token_list"),
    path("account/keys/<int:pk>/revoke/", revoke_token.revoke, name="token_revoke"),
    path("desk/organisations/<slug:slug>/", organisation.show, name="organisation"),
    path("desk/organisations/<slug:slug>/give-role/", give_role.give, name="give_role"),
    re_path(
        r"^desk/organisations/(?P<slug>[\w-]+)/members\.(?P<kind>csv|xlsx)$",
        organisation.export,
        name="members_export",
    ),
]
