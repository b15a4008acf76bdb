from django.urls import reverse


def test_an_assessment_has_an_address(assessment):
    assert assessment.get_absolute_url() == reverse("assessment", args=[assessment.pk])
