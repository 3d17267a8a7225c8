"""Commands: changes, series and overdue, the questions put to many packs at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from agendapack.extract.commands.addresses import results_argument
from agendapack.extract.commands.options import LocalPath
from agendapack.extract.commands.streams import put, put_lines

if TYPE_CHECKING:
    from agendapack.extract.answers import Answer

BY = ("section", "plan", "officers", "council", "committee")
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "csv", "json")),
    default="text",
    show_default=True,
    help="Text for people, or data for programs.",
)


@click.command()
@results_argument
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only meetings from this day on."
)
@form_option
def changes(out: Path, since: datetime | None, form: str) -> None:
    """Print what changed from one meeting to the next: added, completed, dropped, redated, reworded, rated.

    Each with what was printed before and now, and the page.

    Example: agendapack changes output --since 2025-04-01
    """
    from agendapack.extract import answers

    found = answers.changes(out, _day(since))
    _give(found, form, answers.change_lines)


@click.command()
@results_argument
@click.argument("indicator", default="")
@click.option(
    "--plot",
    "file",
    type=LocalPath(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help="Draw them too.",
)
@form_option
def series(out: Path, indicator: str, file: Path | None, form: str) -> None:
    """Print how an indicator moved: every value of every period once, over all packs.

    INDICATOR is its reference or words of its definition; all indicators when it is left out.
    Values that later packs print differently are named with what was printed first.

    Example: agendapack series output "KPI 12" --plot kpi12.svg
    """
    from agendapack.extract import answers

    found = answers.series(out, indicator)
    if file is not None:
        answers.plot(found, file)
    _give(found, form, answers.series_lines)


@click.command()
@results_argument
@click.option("--by", type=click.Choice(BY), help="Put the actions together by this column.")
@form_option
def overdue(out: Path, by: str | None, form: str) -> None:
    """Print the actions that are overdue, as of the meeting that printed them last.

    Example: agendapack overdue output --by section
    """
    from agendapack.extract import answers

    found = answers.overdue(out, by or "")
    _give(found, form, lambda answer: answers.overdue_lines(answer, by or ""))


def _day(said: datetime | None) -> date | None:
    return said.date() if said else None


def _give(answer: Answer, form: str, lines: Callable[[Any], Iterable[str]]) -> None:
    """The answer on standard output in the form asked for."""
    match form:
        case "csv":
            put(answer.csv().rstrip("\r\n"))
        case "json":
            put(answer.json())
        case _:
            put_lines(lines(answer))
