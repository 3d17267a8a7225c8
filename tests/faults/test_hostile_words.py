"""A vocabulary file that is wrong or means harm: one clear line, before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendapack import cli, schemas

BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

WRONG = [
    (BOMB, "anchors and aliases"),
    ("refs:\n  families: &f [AB]\n", "line 2"),
    ("refs: " + "[" * 100_000 + "]" * 100_000, "deep"),
    ("refs: " + "{a: " * 5_000 + "b" + "}" * 5_000, "deep"),
    ("- " * 5_000 + "x", "deep"),
    ("refs:\n  families: [AB]\n  families: [CD]\n", "line 3: the key 'families' stands twice"),
    ("refs:\n  families: [AB]\nrefs:\n  families: [CD]\n", "line 3: the key 'refs' stands twice"),
    ("refs:\n  famlies: [AB]\n", "there is no refs.famlies; use one of families"),
    ("tables:\n  actoins: {}\n", "there is no tables.actoins"),
    ("tables:\n  actions:\n    rolls: {}\n", "there is no tables.actions.rolls"),
    (
        "tables:\n  actions:\n    roles:\n      actoin: {words: [x]}\n",
        "there is no tables.actions.roles.actoin",
    ),
    (
        "tables:\n  actions:\n    roles:\n      action: {word: [x]}\n",
        "there is no tables.actions.roles.action.word",
    ),
    ("refs:\n  families: [2026-02-31]\n", "cannot be read as YAML"),
    ("refs:\n  families: [2026-02-28]\n", "put it in quotes"),
    ("refs:\n  families: [12]\n", "refs.families must be text"),
    ("refs:\n  families: [no]\n", "refs.families must be text"),
    ("refs:\n  families:\n", "refs.families: None is no text"),
    ("units:\n  words:\n    tonnes: skips\n", "units.words.tonnes must be a list"),
    ("reference_sets:\n  last_number: {XY: [1]}\n", "must be a number"),
    (f"reference_sets:\n  last_number: {{XY: {'9' * 6000}}}\n", "cannot be read as YAML"),
    ("refs: !!python/object/apply:os.system [echo]\n", "cannot be read as YAML"),
    ("? [a, b]\n: c\n", "cannot be read as YAML"),
    ("refs:\n  families: [AB\n", "cannot be read as YAML"),
    ("x" * (2 << 20), "more than 1 MB"),
    ("\x00", "cannot be read as YAML"),
    ("", "must hold vocabulary names"),
]


@pytest.mark.parametrize(("content", "told"), WRONG, ids=range(len(WRONG)))
def test_refused_in_one_line(
    content: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(content, encoding="utf-8")
    before = schemas.additions()
    assert cli.run(["extract", "none.pdf", "-o", str(tmp_path / "out"), "--vocabulary", str(file)]) == 1
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1 and "words.yaml" in said
    assert len(said) < 3000 and schemas.additions() == before
