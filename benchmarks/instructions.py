"""How many bytecode instructions `extract(model="rules")` executes for 3,000 characters, and where.

python -m benchmarks.instructions

They say what Python does and nothing of the time inside C (patterns, pydantic), but no other job on
the machine changes them: a difference of one percent is one.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import extractor
from extractor import Article, extract_async
from extractor.evals.gold import load_gold
from extractor.packaged import packaged_folder

_LENGTH = 3_000
_PACKAGE = Path(extractor.__file__).parent
_STAGES = ("figures", "models/rules", "draft", "alignment", "checks")


def instructions(articles: Sequence[Article]) -> Counter[CodeType]:
    """Return how often an instruction of each piece of code is executed for some articles."""
    executed: Counter[CodeType] = Counter()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        elif event == "opcode":
            executed[frame.f_code] += 1
        return trace

    asyncio.run(_read(articles))  # loads what is loaded once
    sys.settrace(trace)
    try:
        asyncio.run(_read(articles))
    finally:
        sys.settrace(None)
    return executed


async def _read(articles: Sequence[Article]) -> None:
    for article in articles:
        fresh = Article(article.text, article.published, article.name)  # nothing worked out yet
        await extract_async(fresh, model="rules")


def _stage(code: CodeType) -> str:
    path = Path(code.co_filename)
    if not path.is_relative_to(_PACKAGE):
        return "others' code"
    within = path.relative_to(_PACKAGE).as_posix()
    return next((stage for stage in _STAGES if within.startswith(stage)), "the rest")


def main() -> None:
    """Print the instructions by language, and the share of each stage."""
    documents = load_gold(packaged_folder("evals") / "gold")
    print(f"bytecode instructions of extract(model='rules') for {_LENGTH:,} characters")
    for language in ("en", "zh"):
        articles = [each.article for each in documents if each.article.language == language]
        executed = instructions(articles)
        n_lengths = sum(len(article.text) for article in articles) / _LENGTH
        stages: Counter[str] = Counter()
        for code, times in executed.items():
            stages[_stage(code)] += times
        shares = "  ".join(
            f"{stage} {100 * times / executed.total():.0f}%"
            for stage, times in stages.most_common()
        )
        print(f"  {language}: {executed.total() / n_lengths:,.0f}  {shares}")


if __name__ == "__main__":
    main()
