"""Defaults of options from agendapack.toml and from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendapack.extract.commands import agendapack
from agendapack.extract.commands.configuration import defaults
from agendapack.extract.errors import UsageError


def given(path: Path, text: str) -> dict[str, dict[str, object]]:
    path.write_text(text, encoding="utf-8")
    return defaults(agendapack, path)


def test_options_have_their_long_names_and_lists_become_words(tmp_path: Path) -> None:
    text = '[extract]\noutput = "o"\nformat = ["csv", "xlsx"]\nvocabulary = ["a.yaml"]\npage-timeout = 9\n'
    assert given(tmp_path / "own.toml", text) == {
        "extract": {"output": "o", "formats": ["csv", "xlsx"], "vocabulary": ["a.yaml"], "page_timeout": 9}
    }


WRONG = [
    ("[extrct]\n", "[extrct] is no command"),
    ("extract = 3\n", "[extract] is no command"),
    ('[extract]\noutptu = "a"\n', "[extract] has no option 'outptu'"),
    ("[extract\n", "is no configuration file in TOML"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_misprint_is_one_line_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        given(tmp_path / "own.toml", text)
    assert said in str(error.value) and str(error.value).startswith(str(tmp_path / "own.toml"))
    assert "\n" not in str(error.value)


def test_only_the_file_of_the_working_folder_is_taken_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert defaults(agendapack, None) == {}
    Path("agendapack.toml").write_text("[check]\nstrict = true\n", encoding="utf-8")
    assert defaults(agendapack, None) == {"check": {"strict": True}}


def test_every_option_has_a_variable_of_its_name() -> None:
    variables = [o.envvar for o in agendapack.commands["extract"].params if o.param_type_name == "option"]
    assert "AGENDAPACK_EXTRACT_PAGE_TIMEOUT" in variables and "AGENDAPACK_EXTRACT_FORMAT" in variables
    assert None not in variables


def test_the_command_line_counts_before_the_environment_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from agendapack import cli

    def told(*arguments: str) -> str:
        cli.run(["--config", str(tmp_path / "own.toml"), "schema", *arguments])
        return capsys.readouterr().out

    (tmp_path / "own.toml").write_text('[schema]\nformat = "json"\n', encoding="utf-8")
    in_json = told()
    monkeypatch.setenv("AGENDAPACK_SCHEMA_FORMAT", "markdown")
    in_markdown = told()
    assert in_json.startswith(("{", "[")) and in_markdown.startswith("#")
    assert told("--format", "json") == in_json
