"""What stands beside a table behind an upright rule of its own is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import level, page, upright, words

from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.stream.side_by_side import beside_divider
from agendapack.extract.model import Rule

RULE = upright(150, 95, 200)


def parts(rules: Sequence[Rule], left: int = 4, off: float = 5.0, aligned: int = 0) -> int:
    """Of so many lines left of x = 150, and eight right of it, some of them on one baseline."""
    text = words("Harbour board", 50, 60)
    for n in range(8):
        base = 100 + 12 * n
        text += words("Berth", 200, base) + words("17", 300, base)
        if n < left:
            text += words("Minded by", 50, base + (0 if n < aligned else off))
    seen = evidence(page(text, rules))
    return len(beside_divider(seen.lines, seen))


@pytest.mark.parametrize(
    ("found", "flows"),
    [
        pytest.param(parts([RULE]), 3, id="alone"),
        pytest.param(parts([]), 1, id="no rule"),
        pytest.param(parts([RULE, upright(250, 95, 200)]), 1, id="two uprights"),
        pytest.param(parts([RULE, upright(250, 300, 400)]), 3, id="the other further down"),
        pytest.param(parts([RULE, level(150, 50, 320)]), 1, id="crossed"),
        pytest.param(parts([RULE, level(150, 155, 320)]), 3, id="a level rule beside it"),
        pytest.param(parts([RULE], left=3), 3, id="MIN_ROWS"),
        pytest.param(parts([RULE], left=2), 1, id="MIN_ROWS fewer"),
        pytest.param(parts([RULE], aligned=2), 3, id="SHARED half"),
        pytest.param(parts([RULE], aligned=3), 1, id="SHARED more"),
        pytest.param(parts([upright(210, 95, 200)]), 1, id="through texts"),
    ],
)
def test_an_upright_rule_alone_divides(found: int, flows: int) -> None:
    assert found == flows
