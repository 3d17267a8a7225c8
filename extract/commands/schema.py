"""Commands: schema, the data dictionary."""

from __future__ import annotations

import json

import rich_click as click

from agendapack.extract.commands.streams import put


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="Markdown to read, or Table Schema for tools.",
)
def schema(form: str) -> None:
    """Print the data dictionary: every dataset and column with type, unit and meaning.

    Example: agendapack schema --format json > schema.json
    """
    from agendapack.schemas.datasets import datasets, table_schema, version
    from agendapack.schemas.dictionary import markdown

    if form == "markdown":
        put(markdown())
    else:
        put(json.dumps({"version": version(), "datasets": [table_schema(d) for d in datasets()]}, indent=2))
