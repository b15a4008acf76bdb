"""Somebody sets up a passkey and comes in with it, without a password. The authenticator is the browser's virtual one."""

import pytest
from django.urls import reverse

from tests.factories import PASSWORD

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_opens_the_door(page_of, coordinator):
    page = page_of(None, reverse("account_login"))
    page.set_default_timeout(20_000)
    page.goto(page.url.replace("127.0.0.1", "localhost"))  # browsers bind passkeys to names, not to numbers
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.get_by_label("Email").fill(coordinator.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="My account").click()
    page.get_by_role("link", name="Set up a second factor").click()
    page.locator("section", has_text="Security Keys").get_by_role("link", name="Add").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/**")

    page.goto(page.url.split("/account/")[0] + reverse("account_logout"))
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto(page.url.split("/account/")[0].rstrip("/") + reverse("account_login"))
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url(f"**{reverse('desk')}")
