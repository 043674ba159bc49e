"""The only reader of `prompts/`: one folder a prompt, one file a version, immutable once released.

A file holds messages, each under a line `=== ROLE ===`; `$name` stands for a variable.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Literal, cast

from extractor.errors import PackagedDataError, UsageError
from extractor.exchange import Message
from extractor.packaged import packaged_folder

_HEADING = re.compile(r"^=== (system|user|assistant) ===\n", re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """One released prompt.

    Attributes:
        name: `extract/v1`.
        sha256: of the file's bytes.
        templates: the messages' roles and texts.
    """

    name: str
    sha256: str
    templates: tuple[tuple[Literal["system", "user", "assistant"], Template], ...]

    def messages(self, **variables: str) -> tuple[Message, ...]:
        """Fill the variables in; their own `$` signs and braces mean nothing.

        Raises:
            PackagedDataError: a variable of the prompt is not given.
        """
        try:
            return tuple(
                Message(role, template.substitute(variables).strip())
                for role, template in self.templates
            )
        except KeyError as error:
            raise PackagedDataError(f"the prompt {self.name} wants a value for {error}") from error


@cache
def load_prompt(name: str) -> Prompt:
    """Read the prompt called `extract/v1`.

    Raises:
        UsageError: there is no such prompt.
        PackagedDataError: its file holds no messages, or a `$` that begins no variable.
    """
    path = packaged_folder("prompts") / f"{name}.md"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"no prompt {name!r}; there are: {', '.join(prompt_names())}") from error
    _, *parts = _HEADING.split(data.decode())
    if not parts:
        raise PackagedDataError(f"the prompt {name} has no line like '=== user ==='")
    roles = cast("list[Literal['system', 'user', 'assistant']]", parts[0::2])
    templates = tuple(zip(roles, map(Template, parts[1::2]), strict=True))
    if not all(template.is_valid() for _, template in templates):
        raise PackagedDataError(f"the prompt {name} has a lone $; write $$ for a dollar sign")
    return Prompt(name=name, sha256=hashlib.sha256(data).hexdigest(), templates=templates)


def prompt_names() -> tuple[str, ...]:
    """Return the names of all prompts, `extract/v1` and so on."""
    folder = packaged_folder("prompts")
    return tuple(sorted(f"{path.parent.name}/{path.stem}" for path in folder.glob("*/v*.md")))
