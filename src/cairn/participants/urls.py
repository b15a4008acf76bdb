from django.urls import path

from cairn.participants.ending.urls import urlpatterns as ending
from cairn.participants.kinds import OF
from cairn.participants.names.urls import urlpatterns as names
from cairn.participants.trail.urls import urlpatterns as trail
from cairn.participants.views import emergency, enrolling, lines, people, person, referrals

ON = "participants/<uuid:pk>/"

urlpatterns = [
    *ending,
    *names,
    *trail,
    path(f"{OF}participants/", people.show, name="participants"),
    path(f"{OF}participants.<list_kind:kind>", people.export, name="participants_export"),
    path(f"{OF}participants/figures/", people.in_figures, name="participants_figures"),
    path(
        f"{OF}participants/figures.<list_kind:kind>",
        people.export_figures,
        name="participants_figures_export",
    ),
    path(f"{OF}participants/new/", enrolling.new, name="participant_new"),
    path(f"{OF}participants/emergency/", emergency.ask, name="participant_emergency"),
    path(f"{OF}participants/<uuid:pk>/", enrolling.hands, name="participant_hands"),
    path(
        f"{OF}participants/<uuid:pk>/assignments/<int:assignment>/end/", enrolling.end, name="assignment_end"
    ),
    path(f"{OF}referrals/", referrals.show, name="referrals"),
    path(f"{OF}referrals.<list_kind:kind>", referrals.export, name="referrals_export"),
    path(f"{OF}referrals/new/", referrals.new, name="referral_new"),
    path(f"{OF}referrals/<uuid:pk>/", referrals.decide, name="referral_decide"),
    path(ON, person.show, name="participant"),
    path(f"{ON}profile/", person.profile, name="participant_profile"),
    path(f"{ON}looked/", person.looked, name="participant_looked"),
    path(f"{ON}looked.<list_kind:kind>", person.export_looks, name="participant_looked_export"),
    path(f"{ON}records/<slug:what>/new/", lines.new, name="person_line_new"),
    path(f"{ON}records/<slug:what>/<uuid:line>/", lines.edit, name="person_line_edit"),
    path(f"{ON}consents/<uuid:consent>/withdraw/", lines.withdraw, name="consent_withdraw"),
]
