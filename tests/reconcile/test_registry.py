"""Checks ask one another for what they found; each looks once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from reconcile.invented import action, pack, sheet

from agendapack.extract.model import Place
from agendapack.extract.reconcile import adding, registry
from agendapack.extract.reconcile.figures import figure
from agendapack.extract.reconcile.registry import Hit, by_check, check
from agendapack.extract.reconcile.subject import Subject

registry.checks()  # all are registered before a test sets the registry aside


def test_what_a_check_found_is_kept_for_the_checks_that_ask_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "CHECKS", {})
    asked: list[Subject] = []

    @check(kind="k", title="T", severity="info", message="m", looks_at="actions")
    def looks(subject: Subject) -> Iterator[Hit]:
        asked.append(subject)
        yield Hit(tuple(a.action_ref for a in subject.result.actions), (Place(1),))

    @check(kind="l", title="U", severity="info", message="m", looks_at="actions")
    def asks(subject: Subject) -> Iterator[Hit]:
        yield from looks(subject)

    subject = Subject(pack(action("TP 1")))
    assert len(by_check(subject)) == 2
    assert list(looks(subject)) == [Hit(("TP 1",), (Place(1),))]
    assert asked == [subject]
    list(looks(replace(subject, result=pack(action("TP 2")))))
    assert len(asked) == 2


def test_the_sums_of_a_sheet_are_made_once_for_all_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    parts = adding._parts

    def counted(sheet: object) -> object:
        made.append(sheet)
        return parts(sheet)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "_parts", counted)
    by_check(Subject(pack(sheet("Service|2031|2032", "Tugs|5|1", "Locks|2|2", "Total|7|4"))))
    assert len(made) == 1


def test_what_rounding_may_do_to_a_figure_is_worked_out_once() -> None:
    printed = figure("4,107.5")
    assert printed is not None and printed.half_unit is printed.half_unit


def test_a_check_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "CHECKS", {})

    @check(kind="k", title="Looks too far", severity="info", message="m", looks_at="actions")
    def fails(_subject: Subject) -> Iterator[Hit]:
        yield Hit((), (Place(1),))
        raise ZeroDivisionError("by nought")

    @check(kind="l", title="Looks well", severity="info", message="m", looks_at="actions")
    def finds(_subject: Subject) -> Iterator[Hit]:
        yield Hit((), (Place(2),))

    subject = Subject(pack(action("TP 1")))
    told = {finding.kind: finding for _, finding in by_check(subject, with_care=True)}
    assert set(told) == {"unread_page", "l"}
    assert (
        "“Looks too far” was not made: failed with ZeroDivisionError: by nought" in told["unread_page"].detail
    )
    with pytest.raises(ZeroDivisionError):
        by_check(Subject(pack(action("TP 1"))))
