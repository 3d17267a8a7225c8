"""The words are data: loaded once, checked, and added to by a user's file."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agendapack import schemas
from agendapack.extract.errors import UsageError
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.schemas import Words


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    yield
    schemas.reset()


def _words(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    else:
        yield value


NORMALISE = ["refs", "dates", "values", "units", "rag", "people", "text"]


@pytest.mark.parametrize("name", NORMALISE)
def test_no_word_was_taken_for_something_else_by_yaml(name: str) -> None:
    assert not [w for w in _words(schemas.vocabulary(name)) if isinstance(w, bool) or w is None]


def test_a_users_words_count_at_once(tmp_path: Path) -> None:
    assert (rag_of_text("Purple"), parse_due("As the tide allows").kind) == ("", "unparsed")
    file = tmp_path / "more.yaml"
    file.write_text("rag:\n  ratings:\n    Red: [purple]\ndates:\n  ongoing: [as the tide allows]\n")
    schemas.extend(file)
    assert (rag_of_text("Purple"), parse_due("As the tide allows").kind) == ("Red", "ongoing")
    assert rag_of_text("Green") == "Green"


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("rag: [", "cannot be read as YAML"),
        ("- rag", "must hold vocabulary names"),
        ("colours:\n  Red: [r]", "no vocabulary 'colours'"),
        ("rag: red", "rag must be a mapping"),
        ("rag:\n  ratings:\n    Red: purple", "rag.ratings.Red must be a list"),
    ],
)
def test_a_bad_file_is_explained(tmp_path: Path, yaml: str, reason: str) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(yaml)
    with pytest.raises(UsageError, match="more.yaml.*" + reason):
        schemas.extend(file)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        schemas.extend(tmp_path / "none.yaml")


# --- words as a value ---------------------------------------------------------------


def of(tmp_path: Path, rating: str) -> Words:
    file = tmp_path / f"{rating}.yaml"
    file.write_text(f"rag:\n  ratings:\n    Red: [{rating}]\n")
    return Words.of(file)


def test_words_are_equal_when_they_add_the_same(tmp_path: Path) -> None:
    assert of(tmp_path, "purple") == of(tmp_path, "purple") != of(tmp_path, "pink")
    assert len({of(tmp_path, "purple"), of(tmp_path, "purple"), Words()}) == 2


def test_words_of_several_files_add_up(tmp_path: Path) -> None:
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file, rating in zip(files, ("purple", "pink"), strict=True):
        file.write_text(f"rag:\n  ratings:\n    Red: [{rating}]\n")
    with schemas.using(Words.of(*files)):
        assert (rag_of_text("Purple"), rag_of_text("Pink")) == ("Red", "Red")


def test_words_are_gone_after_their_block_whatever_happened_in_it(tmp_path: Path) -> None:
    for word in ("purple", "pink"):
        with pytest.raises(ZeroDivisionError), schemas.using(of(tmp_path, word)):
            assert rag_of_text(word) == "Red"
            1 / 0  # noqa: B018
        assert rag_of_text(word) == ""


def test_words_come_over_those_of_the_process(tmp_path: Path) -> None:
    purple, pink = of(tmp_path, "purple"), of(tmp_path, "pink")
    schemas.adopt(dict(purple.added))
    with schemas.using(pink):
        assert (rag_of_text("Purple"), rag_of_text("Pink")) == ("Red", "Red")
    assert (rag_of_text("Purple"), rag_of_text("Pink")) == ("Red", "")


def test_threads_do_not_see_the_words_of_each_other(tmp_path: Path) -> None:
    seen: dict[str, tuple[str, str]] = {}

    def read(own: str, other: str) -> None:
        with schemas.using(of(tmp_path, own)):
            for _ in range(50):
                seen[own] = (rag_of_text(own), rag_of_text(other))
                assert seen[own] == ("Red", "")

    threads = [threading.Thread(target=read, args=pair) for pair in (("purple", "pink"), ("pink", "purple"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen.values()) == {("Red", "")} and len(seen) == 2
