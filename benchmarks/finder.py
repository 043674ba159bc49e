"""How many characters of article text a second the figure finder reads, by language."""

import time

from extractor.evals.gold import load_gold
from extractor.figures import find_figures
from extractor.packaged import packaged_folder

_ROUNDS = 9
_LENGTH = 3_000


def main() -> None:
    """Print the best of several rounds over the gold articles, cut and joined to 3,000 characters."""
    print("figure finder, one core, best of", _ROUNDS, "rounds")
    documents = load_gold(packaged_folder("evals") / "gold")
    for language in ("en", "zh"):
        joined = "\n".join(d.article.text for d in documents if d.article.language == language)
        texts = [joined[at : at + _LENGTH] for at in range(0, len(joined), _LENGTH)]
        seconds = min(_seconds(texts) for _ in range(_ROUNDS))
        n_figures = sum(len(find_figures(text)) for text in texts)
        print(
            f"  {language}: {len(joined) / seconds:>12,.0f} chars/s"
            f"  {len(texts) / seconds:>7,.0f} texts of {_LENGTH:,} chars/s"
            f"  {1e6 * seconds / n_figures:5.1f} µs a figure"
        )


def _seconds(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        find_figures(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
