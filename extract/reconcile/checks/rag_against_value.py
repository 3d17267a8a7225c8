"""Check: a red, amber or green rating against the figures it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.normalise.polarity import said_to_be_better, which_way, wishes
from agendapack.extract.reconcile.asides import of_role
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, last_day_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MOST_AGREE = 0.8
"""Share of a table's ratings that must follow from the figures before one that does not is a fault."""
MIN_RATED = 4
"""Rated rows of a table that show how it rates."""
PLAIN = 0.1
"""Share of the target by which a Green figure misses it, so that no tolerance explains it."""
SOME_AGREE = 0.5
"""Share that must follow before a plain contradiction is told."""
GROWS = 1.25
"""By how much a figure that counts on through the year grows from quarter to quarter at the least."""
PARTS = ("month", "quarter")
"""Spans of the parts of a year."""
YEAR_BEGINS = timedelta(days=90)
LARGE_SHARE = 60
"""Per cent from which a target is one to be reached: few aim at so much of what they do not want."""


@dataclass(frozen=True, slots=True)
class _Rated:
    """A rating and the figures it is judged by."""

    indicator: Indicator
    reached: IndicatorValue
    wanted: IndicatorValue
    expected: frozenset[str]
    missed: float
    """How far the figure is from the target; negative when it is better."""
    plain: bool
    """Whether no tolerance explains a rating that is not expected."""
    early: bool
    """Whether the target is for a time to come."""
    fell: bool
    """Whether the figure became worse since the period before: others may be on their way."""
    summed: bool
    """Whether the rating follows from what the parts of the year make together."""

    @property
    def odd(self) -> bool:
        return self.indicator.rag not in self.expected


@check(
    kind="suspect_value",
    title="RAG rating that the figures do not bear out",
    severity="warning",
    message="{ref} is rated {rag}, but {reached} against a target of {wanted}{floor} would be {expected}",
    looks_at="indicators, indicator_values",
)
def rag_against_value(subject: Subject) -> Iterator[Hit]:
    """Which way is better comes from the floor, or from the words; where neither tells, nothing is said."""
    rated = [r for i in subject.result.indicators if i.rag and (r := _rated(subject, i))]
    for its in _together(rated):
        odd = [r for r in its if r.odd]
        agreeing = (len(its) - len(odd)) / len(its)
        sure = len(its) >= MIN_RATED and agreeing >= MOST_AGREE
        for one in odd:
            if not sure and not ((one.plain or _outdone(one, its)) and agreeing >= SOME_AGREE):
                continue
            if one.early and not (sure and one.plain and one.fell):
                continue
            ref = one.indicator.indicator_ref or one.indicator.definition
            floor = _floor(subject, one.indicator)
            yield Hit(
                (ref,),
                (place(one.indicator, one.indicator.rag), place(one.reached, one.reached.text)),
                {
                    "ref": ref,
                    "rag": one.indicator.rag,
                    "reached": one.reached.text,
                    "wanted": one.wanted.text,
                    "floor": f" and a floor of {floor.text}" if floor else "",
                    "expected": " or ".join(sorted(one.expected)),
                },
                "info" if one.summed else None,
            )


def _together(rated: list[_Rated]) -> list[tuple[_Rated, ...]]:
    """The ratings of each table; small tables and cards stand together for one."""
    by_table = grouped(((r.indicator.source.table_id, r.early), r) for r in rated).values()
    small = tuple(r for its in by_table if len(its) < MIN_RATED for r in its)
    return [*(its for its in by_table if len(its) >= MIN_RATED), *([small] if small else [])]


def _outdone(one: _Rated, others: tuple[_Rated, ...]) -> bool:
    """Whether a Green figure is further from its target than one of the table that is not Green for it."""
    return one.indicator.rag == "Green" and any(
        other.wanted.unit == one.wanted.unit == "percent" and not other.odd and 0 < other.missed < one.missed
        for other in others
    )


def _values(subject: Subject, indicator: Indicator) -> tuple[IndicatorValue, ...]:
    name = subject.told_by(indicator.plan, indicator.indicator_ref, indicator.definition)
    found = subject.values.get((indicator.plan, name), ())
    return tuple(v for v in found if v.value is not None)


def _floor(subject: Subject, indicator: Indicator) -> IndicatorValue | None:
    return next((v for v in _values(subject, indicator) if v.measure in ("floor", "threshold")), None)


def _rated(subject: Subject, indicator: Indicator) -> _Rated | None:
    values = _values(subject, indicator)
    reached = _newest([v for v in values if v.measure in words("better", "outturns") and not v.component])
    wanted = [v for v in values if v.measure in words("better", "wanted")]
    target = _target_of(wanted, reached) if reached else None
    if not reached or not target or (reached.unit != target.unit and reached.unit and target.unit):
        return None
    floor = _floor(subject, indicator)
    arrow = _moved(indicator, values, reached)
    way = _way(indicator, target, floor) or arrow
    if not way or (way > 0 and _still_counting(reached, target)):
        return None
    if _months(target) > _months(reached) and adds_up_over_year(subject, indicator):
        return None
    got, aim = reached.value or 0, target.value or 0
    expected = _expected(way, got, aim, floor.value if floor else None)
    if arrow == -way and not _printed_way(indicator, target, floor):  # words may mislead, the two agree
        expected |= _expected(arrow, got, aim, None)
    missed = (aim - got) * way
    plain = missed > PLAIN * abs(aim) if indicator.rag == "Green" else indicator.rag == "Red" and missed <= 0
    last = _before(values, reached)
    fell = last is not None and (got - (last.value or 0)) * way < 0
    made = _made_in_year(values, reached) if not _months(target) and target.unit != "percent" else None
    summed = made is not None and indicator.rag in _expected(way, made, aim, floor.value if floor else None)
    early = _is_to_come(target, reached)
    return _Rated(indicator, reached, target, expected, missed, plain, early, fell, summed)


def _target_of(wanted: list[IndicatorValue], reached: IndicatorValue) -> IndicatorValue | None:
    """The target for the period of a figure, else the only one for a longer one, for none, or to come."""
    same = next((v for v in wanted if v.period == reached.period), None)
    longer = [v for v in wanted if _holds(v, reached) or not v.period]
    only = not longer and len(wanted) == 1
    later = [v for v in wanted if only and (_is_to_come(v, reached) or _may_hold(v, reached))]
    return same or next(iter([*longer, *later]), None) if len(longer) <= 1 else same


def _is_to_come(target: IndicatorValue, reached: IndicatorValue) -> bool:
    """Whether a target is for a time behind that of a figure."""
    if not (target.period_start and reached.period_end):
        return False
    return target.period_start > reached.period_end


def _holds(target: IndicatorValue, reached: IndicatorValue) -> bool:
    if not (target.period_start and target.period_end and reached.period_start and reached.period_end):
        return False
    return target.period_start <= reached.period_start and reached.period_end <= target.period_end


def _may_hold(target: IndicatorValue, reached: IndicatorValue) -> bool:
    """Whether a figure of a quarter without a year may be of the year of a target."""
    return bool(target.period_end and reached.period and not reached.period_end)


def _still_counting(reached: IndicatorValue, target: IndicatorValue) -> bool:
    """Whether a figure that grows over a year is set against what the whole year should bring."""
    return _months(target) > _months(reached) and target.unit != "percent"


def _newest(values: list[IndicatorValue]) -> IndicatorValue | None:
    """The value of the last period, the last printed where the periods have no dates."""
    dated = [v for v in values if v.period_end]
    if dated and len(dated) == len(values):
        return max(dated, key=lambda v: v.period_end.toordinal() if v.period_end else 0)
    return values[-1] if values else None


def way_of(subject: Subject, indicator: Indicator) -> int:
    """1 where more of an indicator is better, -1 where less is, 0 where nothing printed tells."""
    values = _values(subject, indicator)
    wanted = next((v for v in values if v.measure in words("better", "wanted")), None)
    told = _told_way(indicator) or (_bound(wanted) if wanted else 0) or which_way(indicator.definition)
    return told or (_way(indicator, wanted, _floor(subject, indicator)) if wanted else 0)


def _bound(target: IndicatorValue) -> int:
    """1 where a target is printed as the least that is wanted ("≥ 78%"), -1 where as the most."""
    return {"≥": 1, ">": 1, "≤": -1, "<": -1}.get(target.qualifier, 0)


def borne_out(subject: Subject, indicator: Indicator, way: int) -> bool:
    """Whether a rating follows from the figures if that way is the better one."""
    rated = _rated(subject, indicator) if indicator.rag else None
    if rated is None or not way:
        return False
    return indicator.rag in _expected(way, rated.reached.value or 0, rated.wanted.value or 0, None)


def adds_up_over_year(subject: Subject, indicator: Indicator) -> bool:
    """Whether a figure counts from the beginning of the year: it grew well, and a year's is well above it."""
    reached = [v for v in _values(subject, indicator) if v.measure in words("better", "outturns")]
    dated = sorted((v for v in reached if v.period_end and not v.component), key=last_day_of)
    parts = [v for v in dated if v.span != "year"]
    whole = [v for v in dated if v.span == "year"]
    if len(parts) < 2 or not whole or not _same_year(parts[-2], parts[-1]):
        return False
    before, now, year = (abs(v.value or 0) for v in (parts[-2], parts[-1], whole[-1]))
    return now >= GROWS * before and year >= GROWS * now


def _made_in_year(values: tuple[IndicatorValue, ...], reached: IndicatorValue) -> float | None:
    """What the counts of a year's parts make together, where there are several."""
    same = [v for v in values if v.measure == reached.measure and not v.component]
    parts = [v.value or 0.0 for v in same if v.span == reached.span in PARTS and _same_year(v, reached)]
    return sum(parts) if len(parts) > 1 and all(part.is_integer() for part in parts) else None


def _same_year(one: IndicatorValue, other: IndicatorValue) -> bool:
    """Whether two periods are of one financial year."""
    years = {(v.period_end - YEAR_BEGINS).year if v.period_end else None for v in (one, other)}
    return len(years) == 1


def _told_way(indicator: Indicator) -> int:
    said = (
        *of_role(indicator.extra, "indicators", "polarity"),
        *((title, text) for title, text in indicator.extra if wishes(title)),
    )
    return said_to_be_better(next((text for _, text in said), ""))


def _way(indicator: Indicator, target: IndicatorValue, floor: IndicatorValue | None) -> int:
    """1 where more is better, -1 where less is, 0 where neither a column, floor, words nor target tell."""
    if told := _printed_way(indicator, target, floor):
        return told
    large = target.unit == "percent" and (target.value or 0) >= LARGE_SHARE
    words_say = which_way(indicator.definition)
    if large:  # where the words say the contrary, nothing is sure
        return int(words_say >= 0)
    return words_say


def _printed_way(indicator: Indicator, target: IndicatorValue, floor: IndicatorValue | None) -> int:
    """The same by a column, the target's own sign or the floor."""
    if told := _told_way(indicator) or _bound(target):
        return told
    if floor and floor.value != target.value:
        return 1 if (floor.value or 0) < (target.value or 0) else -1
    return 0


def _moved(indicator: Indicator, values: tuple[IndicatorValue, ...], reached: IndicatorValue) -> int:
    """The same from what the arrow says of the figure since the period before."""
    last = _before(values, reached)
    said = {"improving": 1, "worsening": -1}.get(indicator.direction, 0)
    if not last or last.value == reached.value:
        return 0
    return said if (reached.value or 0) > (last.value or 0) else -said


def _before(values: tuple[IndicatorValue, ...], reached: IndicatorValue) -> IndicatorValue | None:
    """The figure of the period before, as long as that of another."""
    outturns = [v for v in values if v.measure == reached.measure and v.period_end and not v.component]
    before = [
        v for v in outturns if reached.period_end and v.period_end and v.period_end < reached.period_end
    ]
    return _newest([v for v in before if _months(v) == _months(reached)])


def _months(value: IndicatorValue) -> int:
    """Length of a period in months, so that quarters are alike."""
    if not value.period_start or not value.period_end:
        return 0
    first, last = value.period_start, value.period_end
    return (last.year - first.year) * 12 + last.month - first.month + (last > first)


def _expected(way: int, value: float, target: float, floor: float | None) -> frozenset[str]:
    """The ratings the figures allow."""
    if (value - target) * way >= 0:
        return frozenset({"Green"})
    if floor is None:
        return frozenset({"Amber", "Red"})
    return frozenset({"Red"} if (value - floor) * way < 0 else {"Amber"})
