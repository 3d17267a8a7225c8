"""The expected CSV files of a sample pack, from the values that were typeset.

They are true by construction: nothing here reads a PDF.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from samples.content import Pack
from samples.table import grid

Rows = Iterator[dict[str, object]]


def lines(printed: str) -> str:
    """Printed lines as list entries."""
    return "; ".join(printed.split("\n"))


def flat(printed: str) -> str:
    """Printed lines as running text."""
    return " ".join(printed.split())


def item_rows(pack: Pack) -> Rows:
    """One row an agenda item."""
    for item in pack.items:
        yield {
            "item_no": item.number,
            "section": item.section,
            "title": item.title,
            "lead_officer": item.officer,
            "start_page": item.first or "",
            "page": item.page,
        }


def action_rows(pack: Pack) -> Rows:
    """One row an action, numbered through the pack."""
    number = 0
    for plan in pack.plans:
        for section in plan.sections:
            for action in section.actions:
                number += 1
                yield {
                    "plan": plan.title,
                    "row": number,
                    "action_ref": action.ref,
                    "action": action.text,
                    "due_text": flat(action.due),
                    "due_date": action.iso,
                    "due_kind": action.kind,
                    "officers": lines(action.officers),
                    "indicator_refs": action.indicator_refs,
                    "risk_refs": action.risk_refs,
                    "corporate_outcome": section.corporate,
                    "departmental_outcome": section.departmental,
                    "divisional_objective": section.divisional,
                    "parent_refs": section.parents,
                    "status": action.status,
                    "page": action.page,
                    "measure_of_success": action.measure,
                }


def indicator_rows(pack: Pack) -> Rows:
    """One row an indicator, numbered through the pack."""
    number = 0
    for table in pack.measures:
        for one in table.indicators:
            number += 1
            yield {
                "plan": table.title,
                "row": number,
                "indicator_ref": one.ref,
                "definition": one.definition,
                "officers": lines(one.officers),
                "rag": one.rag,
                "previous_rag": one.previous_rag,
                "direction": one.direction,
                "page": one.page,
            }


def value_rows(pack: Pack) -> Rows:
    """One row a printed figure."""
    for table in pack.measures:
        for one in table.indicators:
            for (measure, period), values in zip(table.columns, one.values, strict=True):
                for value in values:
                    yield {
                        "plan": table.title,
                        "indicator_ref": one.ref,
                        "definition": one.definition,
                        "measure": measure,
                        "period": period,
                        "component": value.component,
                        "text": value.text,
                        "value": value.number,
                        "unit": value.unit,
                        "page": one.page,
                    }


def risk_rows(pack: Pack) -> Rows:
    """One row a risk; likelihood, impact and score are the residual ones, those after controls."""
    number = 0
    for register in pack.registers:
        for risk in register.risks:
            number += 1
            now, before = risk.residual or ("", "", ""), risk.inherent or ("", "", "")
            yield {
                "plan": register.title,
                "row": number,
                "risk_ref": risk.ref,
                "description": risk.text,
                "priority": risk.priority,
                "mitigations": "; ".join(risk.controls),
                "review_method": risk.method,
                "last_review": risk.reviewed,
                "officers": lines(risk.officers),
                "action_refs": risk.action_refs,
                "outcomes": "",
                "page": risk.page,
                "likelihood": now[0],
                "impact": now[1],
                "score": now[2],
                "target_score": "" if risk.target is None else risk.target,
                "inherent_likelihood": before[0],
                "inherent_impact": before[1],
                "inherent_score": before[2],
            }


def split(refs: object) -> list[str]:
    """The entries of a multi-valued cell."""
    return [ref for ref in str(refs).split("; ") if ref]


def link_rows(pack: Pack) -> Rows:
    """One row a reference; resolved when the pack has a row of that ref."""
    actions, risks = list(action_rows(pack)), list(risk_rows(pack))
    known = {
        "action": {row["action_ref"] for row in actions},
        "indicator": {row["indicator_ref"] for row in indicator_rows(pack)},
        "risk": {row["risk_ref"] for row in risks},
    }
    cited = [
        ("action", row["action_ref"], kind, to, relation, row["plan"])
        for row in actions
        for kind, column, relation in (
            ("indicator", "indicator_refs", "measured_by"),
            ("risk", "risk_refs", "associated_risk"),
            ("action", "parent_refs", "parent"),
        )
        for to in split(row[column])
    ]
    cited += [
        ("risk", row["risk_ref"], "action", to, "affects", row["plan"])
        for row in risks
        for to in split(row["action_refs"])
    ]
    for from_kind, from_ref, to_kind, to_ref, relation, plan in cited:
        yield {
            "from_kind": from_kind,
            "from_ref": from_ref,
            "to_kind": to_kind,
            "to_ref": to_ref,
            "relation": relation,
            "resolved": "yes" if to_ref in known[to_kind] else "no",
            "plan": plan,
        }


def finding_rows(pack: Pack) -> Rows:
    """One row a planted inconsistency."""
    for one in pack.findings:
        yield {"kind": one.kind, "refs": one.refs, "detail": one.detail, "page": one.at.page}


DATASETS = {
    "agenda_items": (item_rows, "item_no section title lead_officer start_page page"),
    "actions": (
        action_rows,
        "plan row action_ref action due_text due_date due_kind officers indicator_refs risk_refs "
        "corporate_outcome departmental_outcome divisional_objective parent_refs status page "
        "measure_of_success",
    ),
    "indicators": (
        indicator_rows,
        "plan row indicator_ref definition officers rag previous_rag direction page",
    ),
    "indicator_values": (
        value_rows,
        "plan indicator_ref definition measure period component text value unit page",
    ),
    "risks": (
        risk_rows,
        "plan row risk_ref description priority mitigations review_method last_review officers action_refs "
        "outcomes page likelihood impact score target_score "
        "inherent_likelihood inherent_impact inherent_score",
    ),
    "links": (link_rows, "from_kind from_ref to_kind to_ref relation resolved plan"),
    "findings": (finding_rows, "kind refs detail page"),
}
INDEX = "file page title header_rows last_page"


def write_gold(pack: Pack, pages: int, folder: Path) -> None:
    """Write the expected CSV files of a pack that has been typeset."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    facts = {"source_name": "pack.pdf", "pages": pages, **pack.facts}
    write_csv(folder / "packs.csv", list(facts), [facts])
    for name, (rows, columns) in DATASETS.items():
        write_csv(folder / f"{name}.csv", columns.split(), rows(pack))
    index = []
    for number, table in enumerate(pack.tables, 1):
        file = f"{number:03d}.csv"
        index.append(
            {
                "file": file,
                "page": table.page,
                "title": table.title,
                "header_rows": len(table.header),
                "last_page": table.last_page,
            }
        )
        write_grid(folder / "tables" / file, grid(table))
    write_csv(folder / "tables" / "index.csv", INDEX.split(), index)


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write records as a CSV file."""
    write_grid(path, [list(columns), *([str(row[c]) for c in columns] for row in rows)])


def write_grid(path: Path, cells: Iterable[Sequence[str]]) -> None:
    """Write rows of text as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(cells)
