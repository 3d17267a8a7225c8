"""The best roles for all columns together."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.recognise.assign import MISSING, RoleChoice, assigned

NAMES = ("action", "due", "officers", "value")
CHOICES = st.dictionaries(
    st.integers(0, 4),
    st.lists(
        st.builds(RoleChoice, st.sampled_from(NAMES), st.floats(-3, 3, allow_subnormal=False)), max_size=3
    ),
    max_size=4,
)


def best_of_all(columns: dict[int, list[RoleChoice]]) -> float:
    """The best sum among all assignments."""
    sums = []
    for some in product(*([None, *choices] for choices in columns.values())):
        roles = [c.role for c in some if c]
        once = [r for r in roles if r != "value"]
        if len(once) == len(set(once)):
            missing = 0.0 if "action" in roles else MISSING
            sums.append(sum(c.score for c in some if c) + missing)
    return max(sums)


@given(CHOICES)
def test_no_other_assignment_is_better(columns: dict[int, list[RoleChoice]]) -> None:
    found = assigned(columns, "action", frozenset(["value"]))
    names = [c.role for c in found.roles.values()]
    missing = 0.0 if "action" in names else MISSING
    assert abs(found.score + missing - best_of_all(columns)) < 1e-9
    once = [name for name in names if name != "value"]
    assert len(once) == len(set(once))


def test_the_subject_takes_the_column_that_another_role_fits_better() -> None:
    columns = {0: [RoleChoice("due", 1.0), RoleChoice("action", 0.5)], 1: [RoleChoice("due", 0.9)]}
    found = assigned(columns, "action", frozenset())
    assert {n: c.role for n, c in found.roles.items()} == {0: "action", 1: "due"}


def test_a_role_that_speaks_against_itself_is_none() -> None:
    assert assigned({0: [RoleChoice("due", -1.0)]}, "action", frozenset()).roles == {}
