"""The words are data: loaded once, checked, and added to by a user's file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agendapack import schemas
from agendapack.extract.errors import UsageError
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.rag import rag_of_text


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
