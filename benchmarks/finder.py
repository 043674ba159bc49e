"""How many characters of article text a second the figure finder reads, by language."""

import time

from extractor.evals.gold import load_gold
from extractor.figures import find_figures
from extractor.packaged import packaged_folder

_ROUNDS = 25
_LENGTH = 3_000


def main() -> None:
    """Print how fast the gold articles are read, cut and joined to 3,000 characters.

    Seconds are processor time, of each text the best of several rounds: a text takes milliseconds,
    so that one of its rounds is left alone even by a busy machine.
    """
    print("figure finder, one core, best of", _ROUNDS, "rounds")
    documents = load_gold(packaged_folder("evals") / "gold")
    for language in ("en", "zh"):
        joined = "\n".join(d.article.text for d in documents if d.article.language == language)
        texts = [joined[at : at + _LENGTH] for at in range(0, len(joined), _LENGTH)]
        seconds = sum(min(_seconds(text) for _ in range(_ROUNDS)) for text in texts)
        n_figures = sum(len(find_figures(text)) for text in texts)
        print(
            f"  {language}: {len(joined) / seconds:>12,.0f} chars/s"
            f"  {len(texts) / seconds:>7,.0f} texts of {_LENGTH:,} chars/s"
            f"  {1e6 * seconds / n_figures:5.1f} µs a figure"
        )


def _seconds(text: str) -> float:
    begun = time.process_time()
    find_figures(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
