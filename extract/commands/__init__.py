"""The commands of the command line, a file each: a short function that calls what does the work.

What several commands share is in options.py, what they say goes through streams.py.
"""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from agendapack.extract.commands.check import check
from agendapack.extract.commands.configuration import FILE, defaults, name_variables, named_file
from agendapack.extract.commands.explain import explain
from agendapack.extract.commands.extract import extract
from agendapack.extract.commands.fetch import fetch
from agendapack.extract.commands.history import changes, overdue, series
from agendapack.extract.commands.inspect import inspect
from agendapack.extract.commands.learn import learn
from agendapack.extract.commands.overview import overview
from agendapack.extract.commands.review import review
from agendapack.extract.commands.schema import schema
from agendapack.extract.commands.tables import tables
from agendapack.extract.errors import UsageError

# a blank line before the example
click.rich_click.TEXT_PARAGRAPH_LINEBREAKS = "\n\n"


class _InOrder(click.RichGroup):
    """A group whose help lists the commands in the order in which a user needs them."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True
)
@click.version_option(package_name="agendapack")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Defaults of options; {FILE} in the working folder when not given. See docs/configuration.md.",
)
@click.pass_context
def agendapack(context: click.Context, config: Path | None) -> None:
    """Turn council agenda packs (PDF) into clean, linked datasets.

    Example: agendapack extract pack.pdf -o output
    """
    context.default_map = defaults(agendapack, config or named_file())
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(UsageError.exit_code)


for command in (
    extract,
    overview,
    changes,
    series,
    overdue,
    check,
    explain,
    review,
    learn,
    tables,
    inspect,
    schema,
    fetch,
):
    # lists of commands and manual pages have the whole first paragraph, which click would cut
    command.short_help = " ".join((command.help or "").split("\n\n")[0].split())
    agendapack.add_command(command)
name_variables(agendapack)
