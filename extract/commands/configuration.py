"""Commands: defaults of options from a configuration file and from the environment.

`agendapack.toml` has a table a command, in it the long names of its options. The command line counts first,
then the environment (`AGENDAPACK_EXTRACT_OUTPUT`), then the file, then what is built in.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rich_click as click

from agendapack.extract.errors import UsageError

FILE = "agendapack.toml"
PREFIX = "AGENDAPACK"
Defaults = dict[str, dict[str, Any]]


def name_variables(group: click.Group) -> None:
    """Let each option of each command be set by an environment variable of its long name."""
    for command in group.commands.values():
        for name, option in _options(command).items():
            words = f"{PREFIX}_{command.name}_{name}"
            option.envvar = words.upper().replace("-", "_")


def defaults(group: click.Group, file: Path | None) -> Defaults:
    """The defaults that a configuration file gives, by command and parameter.

    `file` is the one that the user names; else `agendapack.toml` in the working folder, if there is one.
    Raises a `UsageError` that names the file and what is wrong in it.
    """
    path = file or Path(FILE)
    if file is None and not path.is_file():
        return {}
    return {name: _of_command(group, path, name, table) for name, table in _tables(path).items()}


def _tables(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from None
    except ValueError as wrong:
        raise UsageError(f"{path}: is no configuration file in TOML: {wrong}.") from None


def _of_command(group: click.Group, path: Path, name: str, table: Any) -> dict[str, Any]:
    command = group.commands.get(name)
    if command is None or not isinstance(table, dict):
        raise UsageError(f"{path}: [{name}] is no command; there are {', '.join(group.commands)}.")
    options = _options(command)
    if unknown := sorted(set(table) - set(options)):
        raise UsageError(f"{path}: [{name}] has no option {unknown[0]!r}; it has {', '.join(options)}.")
    return {str(options[key].name): _given(options[key], value) for key, value in table.items()}


def _given(option: click.Option, value: Any) -> Any:
    """The value as the command line would give it: a list where the option may be given several times."""
    if option.multiple:
        return value if isinstance(value, list) else [value]
    return ",".join(map(str, value)) if isinstance(value, list) else value


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by their long names, without dashes."""
    return {
        max(option.opts, key=len).removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option)
    }


def named_file() -> Path | None:
    """The configuration file that the environment names."""
    named = os.environ.get(f"{PREFIX}_CONFIG")
    return Path(named) if named else None
