"""Commands: check, the findings of a results folder."""

from __future__ import annotations

import json
from pathlib import Path

import rich_click as click

from agendapack.extract.commands.options import SEVERITIES, out_argument, some_of
from agendapack.extract.commands.streams import put, put_lines
from agendapack.extract.errors import STRICT


@click.command()
@out_argument
@click.option(
    "--severity",
    "severities",
    callback=some_of(SEVERITIES),
    metavar=",".join(SEVERITIES),
    help="Only findings of these severities.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a report.")
@click.option("--strict", is_flag=True, help="Leave with exit code 4 when a finding shown is an error.")
def check(out: Path, severities: tuple[str, ...], kinds: tuple[str, ...], as_json: bool, strict: bool) -> int:
    """Print what is wrong or doubtful in the packs of a results folder, by kind, with places and quotations.

    docs/findings.md tells what each kind means.

    Example: agendapack check output --severity error,warning
    """
    from agendapack.extract.told import report, told

    findings = told(out, severities, kinds)
    if as_json:
        put(json.dumps(findings, ensure_ascii=False, indent=2))
    else:
        put_lines(report(findings))
    return STRICT if strict and any(f["severity"] == "error" for f in findings) else 0
