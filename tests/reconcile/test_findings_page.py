"""docs/findings.md says what the registry says, with an example for every check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reconcile.cases import MEETING
from reconcile.every_case import CASES
from reconcile.invented import lines, pack, tables

from agendapack.extract.model import Finding
from agendapack.extract.pipeline import read_pack
from agendapack.extract.reconcile.document import findings_page
from agendapack.extract.reconcile.registry import Check, by_check, checks
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "findings.md"
SAMPLES = ("harrowmere", "ashenshire")


def examples() -> Iterator[tuple[Check, Finding]]:
    """Findings in the rows and grids of the sample packs, then those in invented rows."""
    for name in SAMPLES:
        sample = ROOT / "samples" / name / "pack.pdf"
        yield from by_check(Subject(read_pack(sample, Settings(), lambda _done, _pages: None)))
    for case in CASES:
        subject = Subject(pack(*case.faulty, meeting=MEETING), tables(*case.faulty), lines(*case.faulty))
        yield from (told for told in by_check(subject) if told[0].name == case.check)


def test_the_page_is_up_to_date(update_goldens: bool) -> None:
    """After a change of the checks: pytest --update-goldens tests/reconcile/test_findings_page.py."""
    page = findings_page(examples())
    if update_goldens:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_check_has_its_section_and_an_example() -> None:
    sections = PAGE.read_text(encoding="utf-8").split("\n### ")[1:]
    titles = {section.partition("\n")[0] for section in sections}
    assert titles == {check.title for check in checks()}
    assert not [section for section in sections if "\n> " not in section]
