"""A run looks at what is new or changed alone, and its results are those of one that looks at all."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from batch.papers import pack, rows
from batch.test_many import said, steps

from agendapack.extract.batch import about, inputs, partitioned
from agendapack.extract.batch.about import About, IndexEntry, about_of
from agendapack.extract.batch.known import RACY
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.repeated import share_of
from agendapack.extract.batch.run import run_batch
from agendapack.extract.identity import sha256_of
from agendapack.extract.settings import Settings

TOWNS = ("Tarnbridge Town Council", "Harrowmere District Council", "Ashenshire County Council")


@pytest.fixture(autouse=True)
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own, so long after all was written that any change would leave another time."""
    now = time.time_ns
    monkeypatch.setattr("agendapack.extract.batch.known.time.time_ns", lambda: now() + 2 * RACY)
    monkeypatch.chdir(tmp_path)


def filled(number: int) -> None:
    """An inbox with so many packs of the first two towns."""
    for n in range(number):
        pack(Path(f"inbox/{n:02d}.pdf"), [rows(n)], TOWNS[n % 2])


def extract(settings: Settings | None = None, **options: Any) -> BatchResult:
    chosen = Options(**{"workers": 1, "layout": "partitions", **options})
    return run_batch([Path("inbox")], Path("out"), settings or Settings(), chosen)


def looked_at(monkeypatch: pytest.MonkeyPatch, result: Callable[[], object]) -> Mapping[str, int]:
    """How often a run does what costs more than a look."""
    counted: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        real = getattr(module, name)

        def noted(*given: Any, **named: Any) -> Any:
            counted[name] += 1
            return real(*given, **named)

        patched.setattr(module, name, noted)

    with monkeypatch.context() as patched:
        count(inputs, "sha256_of")
        count(inputs, "relative_to")
        count(about, "about_of")
        count(gzip, "open")
        count(partitioned, "write_council")
        result()
    return counted


# --- what is looked at -------------------------------------------------------------------


def beside(number: int, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, int]:
    """What a run looks at that finds one new pack of another council beside so many known ones."""
    shutil.rmtree("inbox", ignore_errors=True)
    shutil.rmtree("out", ignore_errors=True)
    filled(number)
    extract()
    pack(Path("inbox/new.pdf"), [rows(90)], TOWNS[2])
    return looked_at(monkeypatch, extract)


def test_one_new_pack_costs_the_same_beside_few_and_many(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = beside(4, monkeypatch), beside(8, monkeypatch)
    assert few == many
    assert many["sha256_of"] == many["write_council"] == 1


def test_a_known_pack_costs_a_run_few_steps() -> None:
    taken = []
    for number in (4, 8):
        shutil.rmtree("inbox", ignore_errors=True)
        shutil.rmtree("out", ignore_errors=True)
        filled(number)
        extract()
        pack(Path("inbox/new.pdf"), [rows(90)], TOWNS[2])
        taken.append(steps(extract))
    assert (taken[1] - taken[0]) / 4 < 250


def test_a_line_more_of_facts_is_of_its_own_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    filled(4)
    write("file,council\n00.pdf,Tarnbridge Town Council\n", "inbox/packs.csv")
    extract()
    pack(Path("inbox/new.pdf"), [rows(90)], TOWNS[2])
    with Path("inbox/packs.csv").open("a") as facts:
        facts.write(f"new.pdf,{TOWNS[2]}\n")
    assert looked_at(monkeypatch, extract)["relative_to"] == 1
    write(f"file,council\n00.pdf,Tarnbridge Town Council\nnew.pdf,{TOWNS[1]}\n", "inbox/packs.csv")
    assert looked_at(monkeypatch, extract)["relative_to"] == 1


@pytest.mark.parametrize("index", [None, b"", b'"00-1.json.gz"\t[[1,2,3],{"pack_id":"00-1"}]\n'])
def test_an_index_that_is_lost_or_of_another_version_costs_no_reading(
    monkeypatch: pytest.MonkeyPatch, index: bytes | None
) -> None:
    filled(4)
    extract()
    before = contents("out")
    for name in ("index.json", "files.json", "left.json"):
        file = Path("out/.agendapack", name)
        file.unlink() if index is None else file.write_bytes(index)
    monkeypatch.setattr("agendapack.extract.batch.schedule.hired", lambda *_: pytest.fail("read"))
    assert dict(extract().states) == {"unchanged": 4}
    assert contents("out") == before
    assert looked_at(monkeypatch, extract) == {}


def test_what_is_known_of_a_pack_stays_the_same_without_its_repeats() -> None:
    known = About("a", "a.pdf", "0", "partial", rows={"actions": 3}, sources=("../a.pdf",), heads=("ref",))
    shared = share_of(known, {("actions", "", ""): 1})
    assert about_of(json.loads(json.dumps(asdict(shared)))) == shared == replace(known, rows={"actions": 2})
    assert (
        IndexEntry.of(shared).about == IndexEntry.read(IndexEntry.of(shared, "1 2 3 4").line).about == shared
    )


# --- what it gives -----------------------------------------------------------------------


def contents(out: str) -> dict[str, bytes]:
    """All that a run writes for its users, what is stored, and what it says of itself but for the time."""
    apart = ("written", "index.json", "files.json", "left.json", "lock")
    files = {path.relative_to(out): path for path in Path(out).rglob("*") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in files.items()
        if name.parts[0] != "runs" and not set(apart) & set(name.parts)
    }


def told(batch: BatchResult) -> tuple[object, ...]:
    """What a run tells."""
    said = [(run.path, run.state, run.about) for run in batch.packs if not run.is_whole]
    return said, batch.total, batch.states["new"], batch.states["changed"], batch.kept, batch.removed


def known(dice: random.Random) -> Path:
    return dice.choice(sorted(Path("inbox").rglob("*.pdf")) or [Path("inbox/none.pdf")])


def new(dice: random.Random) -> Path:
    number = dice.randrange(30)
    return pack(
        Path(f"inbox/{dice.choice(('', 'below/'))}{number:02d}.pdf"), [rows(number)], dice.choice(TOWNS)
    )


def write(text: str, path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


CHANGES: dict[str, Callable[[random.Random], object]] = {
    "nothing": lambda dice: None,
    "a new pack": new,
    "another one": new,
    "a pack that shares pages": lambda dice: pack(Path("inbox/shared.pdf"), [rows(1), rows(2)], TOWNS[1]),
    "a pack is gone": lambda dice: known(dice).unlink(missing_ok=True),
    "a pack has another content": lambda dice: pack(known(dice), [rows(40 + dice.randrange(9))], TOWNS[0]),
    "a copy with a name before": lambda dice: shutil.copy(new(dice), f"inbox/0-{dice.randrange(99)}.pdf"),
    "a copy with a name behind": lambda dice: shutil.copy(new(dice), f"inbox/z-{dice.randrange(99)}.pdf"),
    "a pack has another name": lambda dice: new(dice).rename(f"inbox/moved-{dice.randrange(99)}.pdf"),
    "a link to a pack": lambda dice: Path(f"inbox/0-{dice.randrange(99)}.pdf").symlink_to(
        new(dice).resolve()
    ),
    "a link to nowhere": lambda dice: Path(f"inbox/y-{dice.randrange(9999)}.pdf").symlink_to("nowhere"),
    "no PDF": lambda dice: write("none", f"inbox/{dice.randrange(9)}-none.pdf"),
    "facts": lambda dice: write(
        f"file,council\n{known(dice).name},{dice.choice(TOWNS)}\n", "inbox/packs.csv"
    ),
    "a stored result is gone": lambda dice: next(Path("out/.agendapack/packs").iterdir()).unlink(),
    "a stamp is gone": lambda dice: next(Path("out/.agendapack/stamps").iterdir()).unlink(),
    "partitions are gone": lambda dice: shutil.rmtree(next(Path("out/partitions").glob("council=*"))),
}


@pytest.mark.parametrize("seed", range(int(os.environ.get("AGENDAPACK_STEPS", "4"))))
@pytest.mark.parametrize("options", [{}, {"prune": True}, {"layout": "files"}, {"corrected": True}], ids=str)
def test_who_looks_at_all_finds_the_same(seed: int, options: dict[str, Any]) -> None:
    dice = random.Random(seed)
    filled(4)
    options = dict(options)
    if options.pop("corrected", False):
        options["settings"] = Settings(corrections=(said(sha256_of(Path("inbox/01.pdf")), 1),))
    extract(**options)
    for change in dice.choices(sorted(CHANGES), k=5):
        if "layout" not in options or "stamp" not in change and "partitions" not in change:
            CHANGES[change](dice)
        before = shutil.copytree("out", "before")
        given = told(extract(**options))
        shutil.move("out", "quick")
        shutil.move(before, "out")
        for name in ("files.json", "left.json", "index.json"):
            Path("out/.agendapack", name).unlink(missing_ok=True)
        assert told(extract(**options)) == given, change
        assert contents("out") == contents("quick"), change
        shutil.rmtree("out")
        shutil.move("quick", "out")
