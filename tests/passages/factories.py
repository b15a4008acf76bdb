"""Documents attached as people attach them."""

from cairn.passages import actions

REPORT = (
    "The mentors met the families every week and listened to their wishes. "
    "Every stone that lies well was looked at by two people before the winter came. "
    "The bus stops in front of the house and leaves again at half past nine."
)


def attached(practice, by, text=REPORT, name="report.txt", **more):
    return actions.attach(practice=practice, name=name, data=text.encode(), by=by, **more)
