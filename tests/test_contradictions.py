"""Packs with planted contradictions: the same every time, and what is planted is printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

pytest.importorskip("reportlab")

from benchmarks.contradictions.__main__ import draw
from benchmarks.contradictions.layouts import LAYOUTS, UNNUMBERED
from benchmarks.contradictions.plants import PLANTS
from benchmarks.contradictions.world import world

SEEDS = range(len(LAYOUTS))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_planted_is_printed(seed: int, tmp_path: Path) -> None:
    layout, said = draw(seed, tmp_path, held_out=False)
    with pypdfium2.PdfDocument(tmp_path / f"{seed}.pdf") as pack:
        printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pack)
    gaps = {"numbering gap", "gap beside a repeat"}
    for one in said.planted:
        seen = (all(word in printed for word in ref.split()) for ref in one.refs)
        assert layout in UNNUMBERED or one.type in gaps or one.text or any(seen)
    assert all(word in printed for citing, _, _ in said.links for word in citing.split())


def test_a_seed_makes_the_same_pack_every_time(tmp_path: Path) -> None:
    first, again = (draw(3, tmp_path / name, held_out=True)[1] for name in ("first", "again"))
    assert first.links == again.links and first.planted == again.planted


def test_every_plant_finds_a_place() -> None:
    for name, plant in PLANTS.items():
        worlds = [world(seed, (2, 3), held_out=False) for seed in range(12)]
        for said in worlds:
            plant(said)
        assert any(said.planted for said in worlds), name


def test_nothing_is_planted_in_a_world_of_its_own() -> None:
    assert not world(0, (3,), held_out=False).planted
