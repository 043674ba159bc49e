"""The environment of each peer, made by uv under out/bench, with the versions that were measured."""

import os
import subprocess
import sys
from pathlib import Path

_FOLDER = Path("out/bench/environments")

_PACKAGES: dict[str, tuple[str, ...]] = {
    "raw": (
        "httpx==0.28.1",
        "sniffio==1.3.1",  # without it httpcore tries to import it on every lock
        "aiohttp==3.14.5",
        "pydantic==2.14.3",
        "uvloop==0.23.0",
    ),
    "openai": ("openai[aiohttp]==3.54.0", "pydantic==2.14.3"),
    "litellm": ("litellm==1.106.2", "pydantic==2.14.3"),
    "instructor": ("instructor==1.17.0", "openai[aiohttp]==3.3.0", "pydantic==2.14.3"),
    "pydantic_ai": ("pydantic-ai-slim[openai]==2.68.0", "openai==3.54.0"),
}


def python_of(environment: str) -> Path | None:
    """Return the interpreter of an environment, made where there is none; None where it fails."""
    if environment == "ours":
        return Path(sys.executable)
    folder = _FOLDER / environment
    python = folder / "bin/python"
    done = folder / "complete"
    packages = _PACKAGES[environment]
    if done.exists() and done.read_text() == repr(packages):
        return python
    uv = Path(sys.executable).with_name("uv")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    commands: list[list[str | Path]] = [
        [uv, "venv", "--quiet", "--clear", "--python", version, folder],
        [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python, *packages],
    ]
    for command in commands:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            print(f"{environment} is left out: {(run.stderr.splitlines() or ['?'])[-1]}")
            return None
    done.write_text(repr(packages))
    return python


def variables() -> dict[str, str]:
    """Return the variables that clients run with: bytecode is kept, warnings are not shown."""
    kept = {key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONWARNINGS": "ignore"}
