"""Commands: the options for what the papers do not print."""

from __future__ import annotations

import datetime
import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

import rich_click as click

from agendapack.extract.commands.options import FACTS, FILE, Command, with_options
from agendapack.extract.settings import Settings


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> datetime.date | None:
    from agendapack.extract.correct.given_facts import day_given

    return day_given(value) if value else None


_FACTS = (
    click.option("--council", default="", metavar="NAME", panel=FACTS, help="The council of these papers."),
    click.option("--committee", default="", metavar="NAME", panel=FACTS, help="The committee they are for."),
    click.option(
        "--date",
        callback=_day,
        metavar="DAY",
        panel=FACTS,
        help="The day of the meeting: 9 July 2024, 09/07/2024.",
    ),
    click.option(
        "--facts",
        type=FILE,
        metavar="FILE",
        panel=FACTS,
        help="CSV of such facts, a PDF a line: file,council,committee,date. A packs.csv beside the PDFs is "
        "read without being asked for.",
    ),
)


def facts_options(command: Command) -> Command:
    """Add the options for what papers do not print; the command gets them in its `settings`."""

    @functools.wraps(command)
    def called(
        *,
        settings: Settings,
        council: str,
        committee: str,
        date: datetime.date | None,
        facts: Path | None,
        **others: Any,
    ) -> Any:
        from agendapack.extract.correct.given_facts import read_facts
        from agendapack.extract.model import Given

        options = Given("", council, committee, date, "the command line")
        listed = read_facts(facts) if facts else ()
        told = (*listed, options) if council or committee or date else listed
        return command(settings=replace(settings, given=told), **others)

    return with_options(_FACTS, called)
