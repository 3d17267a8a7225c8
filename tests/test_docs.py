"""What the documentation shows is what the project does."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from agendapack import cli, schemas

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VOCABULARY = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
MAX_PICTURE_BYTES = 150 * 1024


def table_rows(text: str, first_title: str) -> list[dict[str, str]]:
    """The rows of the Markdown table whose first column has this title."""
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"
    ]
    start = next(i for i, line in enumerate(lines) if line[0] == first_title)
    width = len(lines[start])
    rows = []
    for line in lines[start + 2 :]:
        if len(line) != width or line[0] == first_title:
            break
        rows.append(dict(zip(lines[start], line, strict=True)))
    return rows


def test_the_excerpt_in_the_readme_is_a_real_one(samples_read: Path) -> None:
    with (samples_read / "actions.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    shown = table_rows(README, "plan")
    assert len(shown) == 3
    for row in shown:
        assert any(row.items() <= real.items() for real in written), row


def test_findings_quoted_in_the_readme_are_real(samples_read: Path) -> None:
    details = (samples_read / "findings.csv").read_text(encoding="utf-8")
    quoted = re.search(r'"(cites [^"]+)"', README)
    assert quoted and " ".join(quoted[1].split()) in details


def blocks(language: str) -> list[str]:
    """The examples of the README in a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def beside_results(samples_read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the examples name: a pack and the results of a run."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "samples" / "harrowmere" / "pack.pdf", "july.pdf")
    shutil.copytree(samples_read, "output")
    return tmp_path


def test_the_python_examples_run_and_no_cell_of_the_pivot_mixes_values(beside_results: Path) -> None:
    names: dict[str, Any] = {}
    exec("\n".join(blocks("python")), names)
    assert len(names["frames"]["actions"])
    quarters = names["quarters"]
    assert len(quarters) and not quarters.duplicated(["indicator_ref", "period_end"]).any()


def test_the_queries_run(beside_results: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    queries = [line for block in blocks("sql") for line in block.splitlines() if line.startswith("SELECT")]
    assert len(queries) > 2
    for query in queries:
        assert duckdb.sql(query).fetchall(), query


ASKING = re.findall(r"agendapack (\w+ output[^#\n]*)", "".join(blocks("sh")))


@pytest.mark.parametrize("command", ASKING)
def test_the_commands_say_something(
    command: str, beside_results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(shlex.split(command)) == 0
    assert capsys.readouterr().out.strip()


def test_every_dataset_is_in_the_readme() -> None:
    from agendapack.schemas.datasets import datasets

    named = set(re.findall(r"`(\w+)`", " ".join(row["dataset"] for row in table_rows(README, "dataset"))))
    assert {d.name for d in datasets()} <= named


def test_every_vocabulary_file_is_explained() -> None:
    named = set(re.findall(r"`(\w+)`", " ".join(row["file"] for row in table_rows(VOCABULARY, "file"))))
    assert named == set(schemas.names())


def test_the_example_of_own_words_can_be_used(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", VOCABULARY, re.DOTALL)
    assert example
    file = tmp_path / "our-words.yaml"
    file.write_text(example[1], encoding="utf-8")
    try:
        schemas.extend(file)
        for name, words in yaml.safe_load(example[1]).items():
            assert_merged(schemas.vocabulary(name), words)
    finally:
        schemas.reset()


def assert_merged(whole: object, added: object) -> None:
    """Everything added is in the merged words."""
    if isinstance(added, dict):
        assert isinstance(whole, dict)
        for key, value in added.items():
            assert_merged(whole[key], value)
    elif isinstance(added, list):
        assert isinstance(whole, list)
        assert len(whole) > len(added)
        assert set(added) <= set(whole)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target


def test_the_picture_in_the_readme_is_small() -> None:
    assert (ROOT / "docs" / "img" / "page.png").stat().st_size <= MAX_PICTURE_BYTES


# --- what is said of the code is there -------------------------------------------------

GUIDES = sorted([ROOT / "CONTRIBUTING.md", ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
CODE = [
    p for name in ("extract", "schemas", "tests", "benchmarks", "samples") for p in (ROOT / name).rglob("*")
]
FILES = {path.relative_to(ROOT).as_posix() for path in CODE if "__pycache__" not in path.parts} | {
    path.name for path in ROOT.iterdir()
}


def named_in(page: Path, pattern: str) -> set[str]:
    """What the page prints as code that looks so, outside of its examples."""
    prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {name for code in re.findall(r"`([^`\n]+)`", prose) for name in re.findall(pattern, code)}


@pytest.mark.parametrize("page", GUIDES, ids=lambda path: path.name)
def test_files_that_are_named_exist(page: Path) -> None:
    for named in named_in(page, r"(?<![\w./-])[\w/.-]*\w\.(?:py|yaml)\b"):
        assert any(file == named or file.endswith(f"/{named}") for file in FILES), named


@pytest.mark.parametrize("page", GUIDES, ids=lambda path: path.name)
def test_modules_that_are_to_be_run_exist(page: Path) -> None:
    for module in named_in(page, r"python -m ((?:agendapack|benchmarks)[\w.]*)"):
        path = module.replace(".", "/")
        assert {f"{path}.py", f"{path}/__main__.py"} & FILES or (ROOT / path / "__main__.py").exists(), module


@pytest.mark.parametrize(
    "page", [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md"], ids=lambda p: p.name
)
def test_classes_and_constants_that_are_named_are_defined(page: Path) -> None:
    source = "\n".join(p.read_text(encoding="utf-8") for p in CODE if p.suffix == ".py")
    for name in named_in(page, r"^(?:[A-Z][a-z]+){1,4}$|^(?!AGENDAPACK_)[A-Z]{2,}(?:_[A-Z]+)*$"):
        assert re.search(rf"^\s*(?:class {name}\b|{name}\b.* = )", source, re.MULTILINE), name


def test_every_part_of_the_package_has_its_place_in_the_architecture() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    parts = [p for p in (ROOT / "extract").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()]
    names = [f"{p.name}/" if p.is_dir() else p.name for p in parts if p.name != "__init__.py"]
    assert [name for name in names if f"{name}`" not in told] == []
