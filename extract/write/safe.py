"""Write: untrusted text from PDFs and file names, made safe for files, file names and terminals."""

from __future__ import annotations

import re

_ESCAPES = re.compile(
    r"(\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, erasing
    r"|\x1b[\]PX^_].*?(\x07|\x1b\\|$)"  # strings for the terminal: titles, links, clipboard
    r"|\x1b.",
    re.DOTALL,
)
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+|^\.+")
MAX_NAME = 120
"""Characters of a file name, so that name and ending fit every file system."""


def for_file(text: str) -> str:
    """The text without control characters and halves of characters, each shown as �."""
    return _BROKEN.sub("�", text)


def for_file_name(text: str) -> str:
    """A file name for the text that leads nowhere else and works on every platform."""
    return _NOT_IN_NAMES.sub("_", text)[:MAX_NAME] or "_"


def for_terminal(text: str) -> str:
    """The text on one line, without escape sequences and whatever else cannot be seen."""
    seen = " ".join(_ESCAPES.sub("", text).splitlines())
    return "".join(c if c.isprintable() else " " if c.isspace() else "" for c in seen)
