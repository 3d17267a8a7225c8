"""Faults that real files provoke, in a form that a test can order: where, and what."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agendapack.extract.model import Page
from agendapack.extract.read import read_pages


def crash() -> None:
    """As a reader written in C does."""
    ctypes.string_at(0)


def hang() -> None:
    time.sleep(600)


def eat_memory() -> None:
    """A bomb that unpacks to more than there is."""
    hoard = []
    while True:
        hoard.append(bytearray(64 << 20))


def die_of_memory() -> None:
    """As a library does that cannot get what it needs."""
    os.abort()


def fill_the_disk() -> None:
    with Path("/dev/full").open("w") as full:
        full.write("x")


def stumble() -> None:
    raise RecursionError("too deep")


def on_page(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[], None], *bad: int, name: str = "bad.pdf"
) -> None:
    """Reading these pages of the file brings the fault."""

    def read(path: Path, numbers: range, reader: str = "pdfium") -> Iterator[Page]:
        for number in numbers:
            if path.name == name and number in bad:
                fault()
            yield from read_pages(path, range(number, number + 1), reader)

    monkeypatch.setattr("agendapack.extract.pages.read_pages", read)


def at(monkeypatch: pytest.MonkeyPatch, stage: str, fault: Callable[[], None], name: str = "bad.pdf") -> None:
    """The stage brings the fault, for one file."""
    import agendapack.extract.pipeline

    real = getattr(agendapack.extract.pipeline, stage)
    begun: list[str] = []

    def sha256_of(path: Path) -> str:
        begun[:] = [path.name]
        return hash_of(path)

    def faulty(*arguments: object, **more: object) -> object:
        if begun == [name]:
            fault()
        return real(*arguments, **more)

    hash_of = agendapack.extract.pipeline.sha256_of
    monkeypatch.setattr("agendapack.extract.pipeline.sha256_of", sha256_of)
    monkeypatch.setattr(f"agendapack.extract.pipeline.{stage}", faulty)
