"""Commands: check, the findings of a results folder."""

from __future__ import annotations

import json
from pathlib import Path

import rich_click as click

from agendapack.extract.commands.addresses import results_argument
from agendapack.extract.commands.options import SEVERITIES, some_of
from agendapack.extract.commands.streams import put, put_lines
from agendapack.extract.errors import STRICT


@click.command()
@results_argument
@click.option(
    "--severity",
    "severities",
    callback=some_of(SEVERITIES),
    metavar=",".join(SEVERITIES),
    help="Only findings of these severities.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be repeated.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json", "html"]),
    default="text",
    show_default=True,
    help="A report for people, or a table, an array or a page on standard output.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Leave with exit code 4 when a finding shown is an error.")
def check(
    out: Path, severities: tuple[str, ...], kinds: tuple[str, ...], form: str, as_json: bool, strict: bool
) -> int:
    """Print what is wrong or doubtful in the packs of a results folder, by what to do about it.

    docs/findings.md tells what each kind means.

    Example: agendapack check output --severity error,warning
    """
    from agendapack.extract.report import findings_of, report
    from agendapack.extract.report_forms import as_csv, as_html

    findings = findings_of(out, severities, kinds)
    if as_json or form == "json":
        put(json.dumps(findings, ensure_ascii=False, indent=2))
    elif form == "text":
        put_lines(report(findings))
    else:
        put(as_csv(findings) if form == "csv" else as_html(findings))
    return STRICT if strict and any(f["severity"] == "error" for f in findings) else 0
