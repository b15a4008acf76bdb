from tests.registers.factories import a_record


def test_rows_say_what_they_are(practice, coordinator):
    review = a_record(practice, coordinator, "risk_review")

    link = review.links.get()

    assert str(review) == f"risk_review {review.pk}"
    assert str(link) == f"{review.pk} risks {link.target_id}"
    assert str(review.changes.get()) == f"{review.pk} r1"
