"""Weights fitted to examples, and what of an example they are fitted to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from learning.draw import drawn
from learning.fit import HIDDEN_WEIGHT, Item
from learning.labelled import LABELS, by_labels
from learning.logistic import fitted
from learning.vary import varied

SHOWN = [{"a date": 1.0}, {"a name": 1.0}, {"a date": 0.8, "a line": 1.0}, {"a name": 1.0, "a line": 1.0}]
SAID = ["due", "officers", "due", "officers"]


def test_signs_tell_what_was_said_of_those_that_showed_them() -> None:
    model = fitted(SHOWN, SAID, [1.0] * 4, 10.0, 1)
    told = [model.classes[int(chances.argmax())] for chances in model.chances(SHOWN)]
    assert told == SAID
    assert abs(model.weights[model.places["a line"]]).max() < abs(model.weights[model.places["a date"]]).max()


def test_the_base_says_how_often_each_is_without_any_sign() -> None:
    model = fitted(
        [{"a date": 1.0}, {}, {}, {}], ["due", "due", "other", "other"], [1.0, 1.0, 1.5, 1.5], 0.001, 1
    )
    assert model.chances([{}])[0] == pytest.approx([0.4, 0.6], abs=0.01)


def test_signs_that_few_show_are_not_learned_from() -> None:
    assert set(fitted([*SHOWN, {"once": 1.0}], [*SAID, "due"], [1.0] * 5, 1.0, 2).places) == {
        "a date",
        "a name",
        "a line",
    }


def test_weights_count_like_as_many_examples() -> None:
    twice = fitted([*SHOWN, SHOWN[0]], [*SAID, SAID[0]], [1.0] * 5, 1.0, 1)
    heavier = fitted(SHOWN, SAID, [2.0, 1.0, 1.0, 1.0], 1.0, 1)
    assert heavier.weights == pytest.approx(twice.weights, abs=0.01)


def test_tables_with_evidence_hidden_count_little_for_what_they_list() -> None:
    items = [*varied([Item.of(drawn(seed, "learn"), source="tables") for seed in range(30)])]
    assert {item.hidden for item in items} == {True, False}
    assert {item.table_weight for item in items if item.hidden} == {HIDDEN_WEIGHT}
    assert {item.table_weight for item in items if not item.hidden} == {1.0}


def test_the_labels_of_the_project_can_be_read(tmp_path: Path) -> None:
    """Each of its files, though none of the papers is here."""
    assert sorted(LABELS.glob("*.csv"))
    assert not list(by_labels(tmp_path, tmp_path))
