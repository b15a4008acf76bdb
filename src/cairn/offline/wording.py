"""What the scripts of the page without a network say. The page carries it, so that it is there in the reader's language offline."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    """By the name that the scripts know; `{number}` and the like are filled in there."""
    return _state() | _questions() | _form()


def _state() -> dict[str, str]:
    return {
        "unsent": _("Not sent yet: {number}"),
        "allSent": _("Nothing waits to be sent."),
        "online": _("There is a network."),
        "offline": _("No network: what you save waits on this device."),
        "nothingWaits": _("Everything that you wrote here has arrived."),
        "nothingYet": _("Nothing was taken along yet. Take along what is new while there is a network."),
        "noSessions": _(
            "No session of yours lies within three days. Take along what is new when one is near."
        ),
        "noPeople": _("Nobody is assigned to you. Your coordinator assigns people."),
        "takenAlong": _("Taken along by {name}: {when}"),
        "waits": _("not sent yet"),
        "waitsForNetwork": _("Waits for a network."),
        "attendance": _("Who came to a session"),
        "needs": _("Talk about needs"),
        "raise": _("Raise the places to {number} and send"),
        "openIt": pgettext("verb", "Open"),
        "ordinary": _("The ordinary page"),
        "throwAway": _("Throw away"),
        "arrived": _("Arrived: {number}."),
        "lookAtThem": _("Look at these below, they were not taken: {number}."),
        "network": _(
            "The server cannot be reached now. Nothing is lost: it is sent when there is a network."
        ),
        "signedOut": _("You are not signed in any more. Sign in, then it is sent."),
        "person": _(
            "Someone else is signed in than who wrote what waits here. Let them sign in and send it first, or wipe this device."
        ),
        "fresh": _("You have taken along what is new."),
        "keptHere": _("Kept on this device."),
        "insecure": _(
            "This browser cannot lock what it keeps: the address must begin with https, and the browser must be a new one. Use the "
            "ordinary pages instead."
        ),
    }


def _questions() -> dict[str, str]:
    return {
        "wrongPin": _("This is not the PIN. Tries left: {left}"),
        "destroyed": _(
            "Too many wrong tries: everything on this device was destroyed. Choose a new PIN to begin anew."
        ),
        "wiped": _("This device keeps nothing any more."),
        "pinShort": _("The PIN needs at least {number} characters."),
        "pinDiffers": _("The two are not the same. Type the PIN twice."),
        "wipeQuestion": _("Wipe everything that was kept on this device?"),
        "wipeUnsentQuestion": _("Not sent yet: {number}. Wiping destroys it for ever. Wipe all the same?"),
        "signOutQuestion": _(
            "Not sent yet: {number}. It stays on this device, locked, until you sign in again. Sign out?"
        ),
        "throwAwayQuestion": _("Throw this away? It was not sent, and nobody can bring it back."),
        "cancelQuestion": _("Leave this without keeping what you changed?"),
    }


def _form() -> dict[str, str]:
    return {
        "notSaved": _("This is not kept yet"),
        "save": _("Keep, and send when there is a network"),
        "saveRest": _("Save: all others present"),
        "saveThese": _("Save only these"),
        "cancel": _("Leave without keeping"),
        "tickAbsent": _("Tick only who was not there, then save with “all others present”."),
        "reason": _("Reason"),
        "leftEarly": _("Left early"),
        "newcomers": _("Codes of others who came"),
        "newcomersHint": _("They are noted as present, and take part in the activity from this day on."),
        "hours": _("Hours it took"),
        "hoursWrong": _("Give the hours as a number from 0 to 24, in quarters."),
        "day": _("Day of the talk"),
        "dayWrong": _("Give a day that is not still to come."),
        "where": _("Where"),
        "interpreter": _("With an interpreter or mediator"),
        "yes": _("Yes"),
        "no": _("No"),
        "unrecorded": _("Not recorded"),
        "talkNote": _("Note on the talk"),
        "note": _("Note"),
        "sealed": _(
            "Sealed: only who works with this person can read it. Leave out what was done to the person."
        ),
        "known": _("Known from before:"),
        "unsaid": _("Not talked about"),
        "howUrgent": _("Is help needed, and how urgently?"),
        "whoSaid": _("Who said it?"),
        "sayWho": _("Say who said it."),
        "noteAlone": _("There is a note: say whether help is needed."),
        "nothingSaid": _("Say something about at least one domain before you finish."),
    }
