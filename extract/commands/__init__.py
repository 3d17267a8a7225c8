"""The commands of the command line, a file each: a short function that calls what does the work.

What several commands share is in options.py, what they say goes through streams.py.
"""

from __future__ import annotations

import rich_click as click

from extract.commands.check import check
from extract.commands.explain import explain
from extract.commands.extract import extract
from extract.commands.inspect import inspect
from extract.commands.review import review
from extract.commands.schema import schema
from extract.commands.tables import tables


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="agendapack")
def agendapack() -> None:
    """Turn council agenda packs (PDF) into clean, linked datasets.

    Example: agendapack extract pack.pdf -o output
    """


for command in (extract, tables, inspect, schema, check, review, explain):
    agendapack.add_command(command)
