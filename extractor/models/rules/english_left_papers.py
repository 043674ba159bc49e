"""English agreements that no frame foresees: who signs which paper with whom, beside the projects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.draft.schema import DraftAgreement, DraftAmount
from extractor.figures.patterns import Pattern
from extractor.models.rules.cued import Cued
from extractor.models.rules.english_names import BODY, bodies
from extractor.models.rules.english_placed import Placed
from extractor.models.rules.reading import Sentence
from extractor.record import AmountKind

_SIGN = r"(?:signed|inked|concluded|sealed|initialled|exchanged|struck|reached|entered into|put (?:its|their) names? to|agreed(?: on)?)"
_PAPER = r"(?:agreements?|MoUs?|MOUs?|memorand(?:um|a)(?: of \w+)?|pacts?|compacts?|protocols?|letters? of intent|charters?|partnerships?|declarations?)"
_KIND = r"(?:(?!(?:an?|the|its|their|more|other|also|new|separate)\b)[a-z][a-z-]*(?: and [a-z]+)? ){0,4}"
_PAPER_CUES = "greement|MoU|MOU|emorand|pact|protocol|letter|charter|partnership|declaration"
_TOPIC = (
    r"(?: (?:on|for) [a-z][a-z-]*(?: [a-z-]+){0,4}?(?= (?:with|between|under|worth)\b|[,;.]|$))?"
)
_ASIDE = Pattern(
    r"\b(?:[Ss]eparate(?:ly)?|[Oo]n the (?:sidelines|fringes|margins)|[Aa]lso|[Ii]n addition|[Bb]esides|[Aa]longside|[Aa]part from|[Bb]eyond|[Oo]utside|too|[Bb]eside|[Ww]hat else)\b"
)
_APART = Pattern(
    r"\b(?:pact|compact|protocol|charter|framework|strategic|academic|training|partnership|cooperation|research|non-binding|credit|orders|twinning|sister)\b"
)


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """A way to tell of an agreement.

    Attributes:
        pattern: over a sentence of the reading: `label`, and if told `a` and `b`, its parties, `c`,
            its count, and `m`, its amount.
        examples: sentences of the reading, each with the label.
        kind: of its amount.
    """

    pattern: Cued
    examples: tuple[tuple[str, str], ...]
    kind: AmountKind = "investment"


FRAMES = (
    PaperFrame(
        Cued(
            _PAPER_CUES,
            rf"(?:(?P<a>{BODY}) (?:has |have |had |also |jointly )*)?{_SIGN} (?:an?|the|its|separate|another)? ?(?P<label>{_KIND}{_PAPER}{_TOPIC}) with (?:the )?(?P<b>{BODY})",
        ),
        (("the Lorem Corporation inked a pact with the Ipsum Chamber for a zone", "pact"),),
    ),
    PaperFrame(
        Cued(
            "agreements with |compacts with |pacts with |memoranda |MoUs with ",
            rf"{_SIGN} (?P<label>{_KIND}(?:agreements|compacts|pacts|memoranda(?: of \w+)?|MoUs)) with (?:the )?(?P<b>{BODY})",
        ),
        (("colleges entered into training compacts with Lorem Cells.", "training compacts"),),
    ),
    PaperFrame(
        Cued(
            "Ⓒ|Ⓝ",
            rf"(?P<c>[ⒸⓃ]) (?:[a-z]+ ){{1,2}}{_SIGN} (?P<label>{_KIND}(?:agreements|compacts|pacts|memoranda(?: of \w+)?|MoUs))\b",
        ),
        (("Ⓒ universities signed academic agreements with counterparts", "academic agreements"),),
    ),
    PaperFrame(
        Cued(
            "credit|loan facility",
            rf"(?P<a>{BODY}) [^;.ⒸⓂⓅ]{{3,60}} (?P<m>Ⓜ)(?:[- ]of|-|) ?(?P<label>credit lines?|lines? of credit|loan facility|credit facility)",
        ),
        (("the Lorem Forum promised a Ⓜ credit line for small units", "credit line"),),
        "other",
    ),
    PaperFrame(
        Cued(
            "orders of",
            rf"(?:(?P<a>{BODY}) [a-z]+(?: home)? )?(?P<label>(?:purchase and sale |purchase |export )?orders) of (?P<m>Ⓜ)",
        ),
        (("Lorem Trade Group took home orders of Ⓜ for towels", "orders"),),
        "trade",
    ),
    PaperFrame(
        Cued(
            "credit",
            rf"(?P<a>{BODY}) (?:gave|granted|offered|will give|gives|provided) [^.;ⒸⓂ]{{0,40}}?(?:an? )?(?P<label>credit|credit line) of (?P<m>Ⓜ)",
        ),
        (("The Lorem Bank gave the merchants a credit of Ⓜ.", "credit"),),
        "other",
    ),
    PaperFrame(
        Cued(
            " agreed to ",
            rf"(?P<a>{BODY}) and (?:the )?(?P<b>{BODY}) agreed to (?P<label>[a-z][^,;.ⒸⓂⓅ]{{5,60}}?)(?=[,;.]|$)",
        ),
        (
            (
                "Lorem University and Ipsum AG agreed to set up a testing lab, and",
                "set up a testing lab",
            ),
        ),
    ),
)


def read_left_papers(placed: Placed, known: list[DraftAgreement]) -> list[DraftAgreement]:
    """Return the agreements beside the projects that are not among the known ones."""
    told = {party for agreement in known for party in agreement.parties}
    labels = {agreement.label for agreement in known}
    found: list[DraftAgreement] = []
    text = placed.reading.text
    frames = {n: frame for n, frame in enumerate(FRAMES) if frame.pattern.is_cued(text)}
    for sentence in placed.reading.sentences:
        for paper in _papers(placed, sentence, frames, f"b{len(known) + len(found)}"):
            if not told.issuperset(paper.parties) or paper.label not in labels:
                found.append(paper)
                told.update(paper.parties)
                labels.add(paper.label)
    return found


def _papers(
    placed: Placed, sentence: Sentence, frames: Mapping[int, PaperFrame], own_id: str
) -> Iterator[DraftAgreement]:
    text, base, reading = sentence.text, sentence.start, placed.reading
    for number, frame in frames.items():
        for found in frame.pattern.finditer(text):
            figures = {
                name: base + found.start(name)
                for name in ("c", "m")
                if name in found.re.groupindex and found.group(name)
            }
            if not (_APART.search(found.group("label")) or _ASIDE.search(text)) or not all(
                placed.is_free(at) for at in figures.values()
            ):
                continue
            spans = [found.span(name) for name in ("a", "b") if found.re.groupindex.get(name)]
            parties = [
                reading.quote(base + start, base + end)
                for span in spans
                if span[0] >= 0
                for start, end in bodies(text, *span)
            ]
            start, end = found.span("label")
            amounts = [placed.take(figures["m"])] if "m" in figures else []
            yield DraftAgreement(
                id=f"{own_id}{number}",
                label=reading.quote(base + start, base + end),
                parties=parties,
                count=placed.take(figures["c"]).figure.id if "c" in figures else None,
                amounts=[
                    DraftAmount(f=mark.figure.id, kind=frame.kind, same=list(mark.same))
                    for mark in amounts
                ],
            )
