"""Damaged files and odd texts by chance: every one ends with a result or a clear word, never with a bug.

For a longer search set AGENDAPACK_FUZZ to a number of examples, such as 20000.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batch.papers import pack, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agendapack.extract.batch.executor import Executor, JobFailure
from agendapack.extract.batch.jobs import Job
from agendapack.extract.batch.limits import Limits
from agendapack.extract.normalise.dates import parse_date, parse_due
from agendapack.extract.normalise.people import initials_key, split_officers
from agendapack.extract.normalise.periods import find_period, parse_period
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.refs import canonical, cut_off, find_refs, is_ref
from agendapack.extract.normalise.text import bullet_items, clean, join_bullets
from agendapack.extract.normalise.units import unit_of
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.settings import Settings

EXAMPLES = int(os.environ.get("AGENDAPACK_FUZZ", "40"))
LIMITS = Limits(pack_seconds=120, page_seconds=60, memory_mb=1000)
UNFORESEEN = ("UnexpectedFailure", "PackError")

# --- the reader and all behind it --------------------------------------------------------

CUTS = st.tuples(st.floats(0, 1, allow_subnormal=False), st.floats(0, 0.3, allow_subnormal=False))
"""Where, and how much, as shares of the file."""
TOKENS = (b"", b"/", b"<<", b">>", b"[", b"0 R", b"-1", b"9" * 20, b"\x00", b"endstream", b"endobj")


def cut(data: bytes, place: float, length: float, with_it: Callable[[bytes], bytes]) -> bytes:
    start = int(place * len(data))
    end = start + int(length * length * len(data))
    return data[:start] + with_it(data[start:end]) + data[end:]


MUTATIONS = st.one_of(
    st.tuples(st.just("drop"), CUTS),
    st.tuples(st.just("double"), CUTS),
    st.tuples(st.just("flip"), CUTS),
    st.tuples(st.just("end"), CUTS),
    st.tuples(st.sampled_from(TOKENS), CUTS),
    st.tuples(st.just("number"), CUTS),
)


def mutated(data: bytes, changes: list[tuple[str | bytes, tuple[float, float]]]) -> bytes:
    for kind, (place, length) in changes:
        if kind == "drop":
            data = cut(data, place, length, lambda _part: b"")
        elif kind == "double":
            data = cut(data, place, length, lambda part: part + part)
        elif kind == "flip":
            data = cut(data, place, 0.05, lambda part: bytes(255 - byte for byte in part))
        elif kind == "end":
            data = data[: int(place * len(data))]
        elif kind == "number":
            data = cut(data, place, 0.1, lambda part: part.replace(b"0", b"7"))
        elif isinstance(kind, bytes):
            data = cut(data, place, 0, lambda _part, kind=kind: kind)  # type: ignore[misc]
    return data


@pytest.fixture(scope="module")
def reader() -> Iterator[Executor]:
    with Executor(1, LIMITS, warm=True) as executor:
        yield executor


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(tmp_path_factory.mktemp("fuzz") / "sound.pdf", [rows(1, 2, 3), rows(4, 5)])


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(MUTATIONS, min_size=1, max_size=6))
def test_a_mutated_pack_ends_with_a_result_or_a_known_error(
    sound: Path, reader: Executor, changes: list[tuple[str | bytes, tuple[float, float]]]
) -> None:
    file = sound.with_name("mutated.pdf")
    file.write_bytes(mutated(sound.read_bytes(), changes))
    reader.submit(Job(file, Settings(ocr="never")))
    ((_, answer, _),) = reader.answers()
    if isinstance(answer, JobFailure):
        assert answer.error not in UNFORESEEN, answer.message
        assert answer.message.startswith("mutated.pdf")
        return
    told = answer.facts
    unread = any(kind == "unread_page" for kind, _, _ in told["findings"])
    assert (told["status"] == "ok") == (not unread), "ok with errors, or errors without need"
    assert "failed with" not in told["message"], told["message"]


# --- the parsers of printed words ----------------------------------------------------------

PRINTED = st.text(max_size=80) | st.lists(
    st.sampled_from(
        ["Mar", "31", "2032", "2031/32", "Q3", "£1.2m", "95%", "NI", "1-4", "TB A01", "Ann Ward", "AW", "TBC"]
        + ["–", "-", "/", ",", ";", "(", ")", "[", "]", "Green", "↑", "n/a", "½", "per 1,000", "\n", "\t"]
        + ["\x00", "٣", "Ⅳ", "e\u0301", "999999999999999999999", "1e400", "0" * 50]
    ),
    max_size=12,
).map(" ".join)

PARSERS: list[Callable[[str], object]] = [
    parse_date, parse_due, initials_key, split_officers, find_period, parse_period, direction_of, rag_of_text,
    canonical, cut_off, find_refs, is_ref, bullet_items, clean, join_bullets, unit_of, parse_value,
]  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
@settings(max_examples=3 * EXAMPLES, deadline=2000)
@given(text=PRINTED)
def test_no_text_upsets_a_parser(parser: Callable[[str], object], text: str) -> None:
    parser(text)
