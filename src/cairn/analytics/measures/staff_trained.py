"""Staff who took part in a training."""

from datetime import date

from ibis import _

from cairn.analytics.measures.shape import Columns, Tally, of_kind


def tally(columns: Columns, start: date, end: date) -> Tally:
    given = of_kind(columns, "training", end).group_by("practice").agg(records=_.count())
    named = columns.trained.filter(_.given_on.between(start, end))
    those = named.group_by("practice").agg(value=_.member.nunique())
    return Tally(given.left_join(those, "practice").select("practice", "records", value=_.value.fill_null(0)))
