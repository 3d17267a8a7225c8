"""The English word list is looked up as it lies in its file."""

import pytest

from agendapack.extract.read import vocabulary
from agendapack.extract.read.vocabulary import WordList, english

SHORT = WordList("a 700\na's 50\nroof 31\nzüge 4\n".encode())


@pytest.mark.parametrize(
    ("word", "count"),
    [("a", 700), ("a's", 50), ("roof", 31), ("züge", 4), ("", 0), ("roo", 0), ("roofs", 0), ("zz", 0)],
)
def test_words_are_found_from_first_to_last(word: str, count: int) -> None:
    assert (SHORT.count(word), word in SHORT) == (count, count > 0)


def test_the_list_is_in_order_and_its_total_known() -> None:
    lines = english()._lines.splitlines(keepends=True)
    assert lines == sorted(set(lines)) and len(lines) > 100_000
    assert sum(int(line.rsplit(b" ", 1)[1]) for line in lines) == vocabulary.TOTAL
    assert all(english().count(word) for word in ("the", "council", "housing", "zucchini"))
