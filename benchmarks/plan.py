"""What a hundred million articles take, by route: measured here, priced today, the rest assumed.

python -m benchmarks.plan [N]           N articles, 100,000,000 where nothing is said

Measured: tokens, bytes and processor time of the gold's articles with their recorded replies, run
as one archive into a ledger, its export, and a partition's shuffle and journal. Priced: by the
tables of genai-prices. Assumed: rates of services and GPUs, each with its source in docs/scale.md.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from extractor.archive.accounts import Accounts
from extractor.archive.batch import run_batch
from extractor.archive.cluster.journal import Journal
from extractor.archive.cluster.shuffle import write_shuffled
from extractor.archive.entry import Entry
from extractor.archive.exporting import exported
from extractor.archive.options import Options
from extractor.archive.pace import Pace
from extractor.archive.recipe import Recipe
from extractor.archive.sharing import Shared
from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.evals.gold import load_gold
from extractor.exports import export
from extractor.packaged import packaged_folder
from extractor.prices import Price, cost_of, known_price
from extractor.usage import Usage

N_ARTICLES = 100_000_000
MODELS = ("openai/gpt-5-nano", "openai/gpt-5-mini", "openai/gpt-5")
DAY_S = 86_400


@dataclass(frozen=True)
class Assumed:
    """What is not measured here.

    Attributes:
        requests_a_minute: requests that a service lets through.
        tokens_a_minute: input and output, likewise.
        batch_tokens: input that may wait in a provider's batches at once.
        batch_hours: until a batch has ended, at most.
        answer_s: seconds to an answer of a service.
        transport_ms: processor time an article, transport included (docs/performance.md).
        gpu_output: tokens a second that one GPU writes, and reads five times as many meanwhile.
        gpu_usd: an hour of one GPU.
        core_usd: an hour of one core of a machine that is rented.
        gib_usd: a month of a GiB on shared storage.
    """

    requests_a_minute: int = 30_000
    tokens_a_minute: int = 180_000_000
    batch_tokens: int = 15_000_000_000
    batch_hours: float = 24.0
    answer_s: float = 20.0
    transport_ms: float = 18.0
    gpu_output: float = 2_500.0
    gpu_usd: float = 3.0
    core_usd: float = 0.05
    gib_usd: float = 0.30


@dataclass(frozen=True)
class Measured:
    """An article of the gold, on average.

    Attributes:
        n_articles: how many there are.
        requests: requests, repairs included.
        input_tokens: by the recordings, which count four bytes as a token.
        output_tokens: likewise.
        prefix_tokens: those of the input that are the same for every article.
        text: bytes of its text.
        shuffled: bytes in the shuffle.
        journal: bytes in the journal.
        ledger: bytes in the ledger.
        parquet: bytes in all tables.
        cpu_ms: processor time from the article to the ledger, without transport.
    """

    n_articles: int
    requests: float
    input_tokens: float
    output_tokens: float
    prefix_tokens: float
    text: float
    shuffled: float
    journal: float
    ledger: float
    parquet: float
    cpu_ms: float


def entries() -> list[Entry]:
    """Return the gold's articles."""
    golds = load_gold(packaged_folder("evals") / "gold")
    return [Entry(f"{gold.article.name}.txt", gold.article) for gold in golds]


def measure() -> Measured:
    """Run the gold's articles as an archive and weigh what it leaves.

    What a ledger and tables without an article take is taken off: a partition has a thousand.
    """
    articles = entries()
    empty, _ = _weighed([])  # which also loads what takes long to load
    empty["cpu_ms"] = 0.0
    full, usages = _weighed(articles)
    n = len(articles)
    texts = [entry.article.text for entry in articles if entry.article is not None]
    return Measured(
        n_articles=n,
        prefix_tokens=_prefix_tokens(),
        text=sum(len(text.encode()) for text in texts) / n,
        **{name: total / n for name, total in usages.items()},
        **{name: (weight - empty[name]) / n for name, weight in full.items()},
    )


def _weighed(articles: Sequence[Entry]) -> tuple[dict[str, float], dict[str, float]]:
    """Run articles as an archive; return bytes and processor time, then requests and tokens."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger, shuffled = folder / "ledger.db", folder / "shuffled.jsonl"
        began = time.process_time()
        with Journal(folder / "journal", "w") as journal:
            options = Options(concurrency=4, links=False, shared=Shared(Pace(4), journal=journal))
            recipe = Recipe(("replay",))
            asyncio.run(run_batch(articles, ledger=ledger, recipe=recipe, options=options))
        cpu_s = time.process_time() - began
        with Accounts(ledger) as accounts:
            envelopes = [result.envelope for result in accounts.results()]
            export(exported(accounts), folder / "tables", form="parquet")
        write_shuffled(((0, entry) for entry in articles), shuffled, n_partitions=1, worker="w")
        weights = {
            "shuffled": shuffled.stat().st_size,
            "journal": _size((folder / "journal").iterdir()),
            "ledger": ledger.stat().st_size,
            "parquet": _size((folder / "tables").glob("*.parquet")),
            "cpu_ms": 1_000 * cpu_s,
        }
        usages = {
            "requests": sum(len(envelope["attempts"]) for envelope in envelopes),
            "input_tokens": sum(envelope["usage"]["input_tokens"] for envelope in envelopes),
            "output_tokens": sum(envelope["usage"]["output_tokens"] for envelope in envelopes),
        }
        return weights, usages


def _prefix_tokens() -> float:
    """Return how much of a first request is the same whatever the article, at 4 bytes a token."""
    one, other = map(_first_request, ("5 fairs", "7 fairs"))
    n_same = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), len(one)
    )
    return len(one[:n_same].encode()) / 4


def _first_request(text: str) -> str:
    request = Dialogue(Article(text), model="replay").request
    return "" if request is None else "".join(message.content for message in request.messages)


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is measured, priced and assumed, and the table of the routes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plan", description=__doc__)
    parser.add_argument("n", type=int, nargs="?", default=N_ARTICLES)
    n = parser.parse_args(arguments).n
    measured, assumed = measure(), Assumed()
    print(f"measured: an article of the gold's {measured.n_articles}, with its recorded replies")
    for name, value in vars(measured).items():
        print(f"  {name:14} {value:12,.1f}")
    print("assumed")
    for name, value in vars(assumed).items():
        print(f"  {name:16} {value:16,.2f}")
    print(f"{n:,} articles")
    for line in table(n, measured, assumed):
        print(f"  {line}")


def table(n: int, measured: Measured, assumed: Assumed) -> Iterator[str]:
    """Give the lines of the table of routes, then of storage and of machines."""
    tokens = n * (measured.input_tokens + measured.output_tokens)
    yield f"tokens: {n * measured.input_tokens:.2e} in, {n * measured.output_tokens:.2e} out"
    by_tokens = tokens / assumed.tokens_a_minute
    by_requests = n * measured.requests / assumed.requests_a_minute
    live_days = max(by_tokens, by_requests) / 60 / 24
    rounds = n * measured.input_tokens / assumed.batch_tokens
    batch_days = max(rounds, 1) * assumed.batch_hours / 24
    for name in MODELS:
        live, batch = known_price(name), known_price(name, is_batched=True)
        if live is None:
            continue
        batch = batch or live.batched()
        yield f"{name:20} live  ${_cost(n, measured, live):14,.0f}, without the prompt cache"
        cached = measured.prefix_tokens
        yield f"{name:20} live  ${_cost(n, measured, live, cached):14,.0f}, all prefixes cached"
        yield f"{name:20} batch ${_cost(n, measured, batch):14,.0f}"
    per_s = n / (live_days * DAY_S)
    cores = per_s * assumed.transport_ms / 1000
    yield (
        f"live: {live_days:,.1f} days (by tokens {by_tokens / 1440:,.1f}, by requests "
        f"{by_requests / 1440:,.1f}), {per_s:,.0f} articles/s, "
        f"{per_s * measured.requests * assumed.answer_s:,.0f} requests in flight, "
        f"{cores:,.0f} cores"
    )
    yield f"batch: {rounds:,.0f} queues full, {batch_days:,.1f} days where each takes all its time"
    gpu_hours = n * measured.output_tokens / assumed.gpu_output / 3_600
    gpus = gpu_hours / (30 * 24)
    yield (
        f"GPUs: {gpu_hours:,.0f} hours, ${gpu_hours * assumed.gpu_usd:,.0f}; "
        f"{gpus:,.0f} of them for 30 days"
    )
    core_hours = n * assumed.transport_ms / 3_600_000
    yield f"processor time: {core_hours:,.0f} core hours, ${core_hours * assumed.core_usd:,.0f}"
    for name in ("text", "shuffled", "journal", "ledger", "parquet"):
        gib = n * getattr(measured, name) / 2**30
        yield f"storage: {name:9} {gib:8,.0f} GiB, ${gib * assumed.gib_usd:,.0f} a month"


def _cost(n: int, measured: Measured, price: Price, cached_tokens: float = 0.0) -> Decimal:
    """Return what the tokens of all articles cost; so many of the input from the cache."""
    usage = Usage(
        round(measured.input_tokens * 1_000),
        round(measured.output_tokens * 1_000),
        round(min(cached_tokens * measured.requests, measured.input_tokens) * 1_000),
        0,
    )
    return (cost_of(usage, Price(price.input, price.output, price.cached_input)) or Decimal(0)) * (
        Decimal(n) / 1_000
    )


if __name__ == "__main__":
    main()
