"""The English word list is looked up as it lies in its file."""

import pytest

from agendapack.extract.read import vocabulary
from agendapack.extract.read.vocabulary import WordList, english


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> WordList:
    monkeypatch.setattr(vocabulary, "FEWEST_WORDS", 3)
    return WordList('{\n"a": 700,\n"a\'s": 50,\n"roof": 31,\n"züge": 4\n}'.encode())


@pytest.mark.parametrize(
    ("word", "count"),
    [("a", 700), ("a's", 50), ("roof", 31), ("züge", 4), ("", 0), ("roo", 0), ("roofs", 0), ("zz", 0)],
)
def test_words_are_found_from_first_to_last(short: WordList, word: str, count: int) -> None:
    assert (short.count(word), word in short) == (count, count > 0)


def test_a_list_laid_out_otherwise_is_refused() -> None:
    with pytest.raises(ValueError, match="one word a line"):
        WordList(b'{"a": 700, "roof": 31}')


def test_the_installed_list_is_in_order_and_its_total_known() -> None:
    lines = english()._lines.splitlines()
    assert lines == sorted(lines)
    assert sum(int(line.rsplit(b": ", 1)[1].rstrip(b",")) for line in lines) == pytest.approx(
        vocabulary.TOTAL, rel=0.05
    )
