"""Check: the findings of a results folder come in; a table as CSV or a page as HTML goes out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

COLUMNS = ("task", "severity", "kind", "pack_name", "pages", "refs", "detail", "quotes", "pack", "row_id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:75em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;"
    "text-align:left;vertical-align:top}caption{font-weight:bold;text-align:left;padding:1em 0 .3em}"
)


def as_csv(findings: Sequence[dict[str, Any]]) -> str:
    """A row for each finding; texts that look like formulas begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(text) for text in _cells(finding)] for finding in findings)
    return out.getvalue().rstrip("\n")


def as_html(findings: Sequence[dict[str, Any]]) -> str:
    """A page that stands by itself: a table for each thing to do."""
    return "\n".join(
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Findings</title>',
            f"<style>{_STYLE}</style></head><body><h1>Findings</h1><p>{len(findings)} in all.</p>",
            *_tables(findings),
            "</body></html>",
        )
    )


def _tables(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col">{title}</th>' for title in ("Kind", "Pack", "Pages", "Finding", "Printed")
    )
    for task in dict.fromkeys(f["task"] for f in findings):
        its = [f for f in findings if f["task"] == task]
        yield f"<table><caption>{escape(task)} ({len(its)})</caption><thead><tr>{heads}</tr></thead><tbody>"
        for finding in its:
            row = dict(zip(COLUMNS, _cells(finding), strict=True))
            shown = (row[name] for name in ("kind", "pack_name", "pages", "detail", "quotes"))
            yield "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in shown) + "</tr>"
        yield "</tbody></table>"


def _cells(finding: dict[str, Any]) -> list[str]:
    quotes = dict.fromkeys(" ".join(str(p.get("quote") or "").split()) for p in finding["places"])
    made = finding | {"quotes": [quote for quote in quotes if quote]}
    return ["; ".join(map(str, v)) if isinstance(v := made[name], list) else str(v or "") for name in COLUMNS]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
