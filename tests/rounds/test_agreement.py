"""The figures equal published worked examples; where a figure says nothing, it is not given."""

from collections import Counter

import pytest

from cairn.rounds.agreement import DRAWS, Why, alpha, cohen_kappa, fleiss_kappa, percentage

# Cohen (1968), Psychological Bulletin 70(4), table 1: 200 cases, three diagnoses, two judges; unweighted kappa .492.
COHEN = {
    ("disorder", "disorder"): 88, ("disorder", "neurosis"): 14, ("disorder", "psychosis"): 18,
    ("neurosis", "disorder"): 10, ("neurosis", "neurosis"): 40, ("neurosis", "psychosis"): 10,
    ("psychosis", "disorder"): 2, ("psychosis", "neurosis"): 6, ("psychosis", "psychosis"): 12,
}  # fmt: skip
# Fleiss (1971), table 1: 30 patients, each diagnosed by six of the psychiatrists, in five categories; kappa .430.
FLEISS = """
    444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
    333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
"""
# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: four observers, twelve units.
KRIPPENDORFF = ["123321412***", "1233224125*3", "*3332342251*", "12332441251*"]


def table(columns):
    return [[None if level == "*" else level for level in row] for row in zip(*columns, strict=True)]


def test_cohens_kappa_of_cohens_own_diagnoses():
    pairs = [pair for pair, times in COHEN.items() for _ in range(times)]

    assert cohen_kappa(pairs).value == pytest.approx(0.492, abs=0.0005)
    assert percentage(pairs) == pytest.approx(0.70)


def test_fleiss_kappa_of_fleiss_own_diagnoses():
    patients = [list(word) for word in FLEISS.split()]

    assert Counter("".join(FLEISS.split())) == {"1": 26, "2": 26, "3": 30, "4": 55, "5": 43}
    assert fleiss_kappa(patients).value == pytest.approx(0.430, abs=0.0005)
    assert percentage(patients) == pytest.approx(0.5556, abs=0.0005)


@pytest.mark.parametrize(("ordered", "published"), [(False, 0.743), (True, 0.815)])
def test_alpha_of_krippendorffs_own_example(ordered, published):
    figure, interval = alpha(table(KRIPPENDORFF), list("12345"), ordered=ordered)

    assert figure.value == pytest.approx(published, abs=0.0005)
    assert figure.items == 11
    assert interval.low < figure.value < interval.high


def test_alpha_of_two_observers_as_krippendorff_computes_it():
    """The same paper, example A: ten units, two observers, binary; alpha .095."""
    figure, _interval = alpha(table(["0100000010", "1110010000"]), ["0", "1"], ordered=False)

    assert figure.value == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_nominal_data_as_krippendorff_computes_it():
    """The same paper, example B: twelve units, two observers, five categories; alpha .692."""
    figure, _interval = alpha(table(["aabbdcccedda", "babbbccceddd"]), list("abcde"), ordered=False)

    assert figure.value == pytest.approx(0.692, abs=0.0005)


def test_the_interval_is_the_same_each_time():
    rows = table(KRIPPENDORFF)

    assert alpha(rows, list("12345"), ordered=False) == alpha(rows, list("12345"), ordered=False)


@pytest.mark.parametrize("kappa", [cohen_kappa, fleiss_kappa])
def test_full_agreement_without_variation_gives_no_figure(kappa):
    rows = [("met", "met")] * 5

    assert percentage(rows) == 1
    assert (kappa(rows).value, kappa(rows).why) == (None, Why.NO_VARIATION)
    assert alpha(rows, ["met", "not"], ordered=False) == (kappa(rows), None)


@pytest.mark.parametrize("kappa", [cohen_kappa, fleiss_kappa])
def test_nothing_judged_by_two_gives_no_figure(kappa):
    rows = [("met", None), (None, "met")]

    assert percentage(rows) is None
    assert kappa(rows).why is Why.TOO_FEW
    assert alpha(rows, ["met", "not"], ordered=False) == (kappa(rows), None)
    assert alpha([], ["met", "not"], ordered=False)[0].why is Why.TOO_FEW


def test_a_single_item_has_no_interval():
    figure, interval = alpha([("met", "not")], ["met", "not"], ordered=False)

    assert figure.value == pytest.approx(0)
    assert interval is None


def test_resamples_without_variation_are_left_out_and_counted():
    _figure, interval = alpha([("met", "met"), ("not", "not")], ["met", "not"], ordered=False)

    assert 0 < interval.dropped < DRAWS
    assert (interval.low, interval.high) == (1, 1)
