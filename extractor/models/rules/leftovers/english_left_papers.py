"""English agreements that no frame foresees: who signs which paper with whom, beside the projects."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from extractor.draft.schema import DraftAgreement
from extractor.models.rules.agreements.english_agreements import carriers
from extractor.models.rules.agreements.english_signers import listed_bodies, signers
from extractor.models.rules.leftovers.english_behind import read_behind
from extractor.models.rules.leftovers.english_breakdowns import parts_of_whole
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODY, bodies
from extractor.models.rules.reading.reading import COUNT, MONEY, Sentence
from extractor.models.rules.words.agreements import PLAIN_EN, SIGN_EN, agreement_amount_kind
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import AmountKind

_SIGN = r"(?:signed|inked|concluded|sealed|initialled|exchanged|struck|reached|entered into|put (?:its|their) names? to|agreed(?: on)?)"
_PAPER = r"(?:agreements?|MoUs?|MOUs?|memorand(?:um|a)(?: of \w+)?|pacts?|compacts?|accords?|protocols?|letters? of \w+|facility letters?|charters?|partnerships?|alliances?|declarations?|intentions?|cooperation)"
_KIND = r"(?:(?!(?:an?|the|its|their|more|other|also|new|separate|into|hands|and|of|with|for|on|in|to|[a-z]+ed|reach|sign|ink|seal)\b)[a-z][a-z-]*(?: and [a-z]+)? ){0,4}"
_TOPIC = (
    r"(?: (?:on|for) [a-z][a-z-]*(?: [a-z-]+){0,4}?(?= (?:with|between|under|worth)\b|[,;.]|$))?"
)
_PARTY = rf"(?:the )?(?:[A-Za-z]+ (?:city|county|province|district|region|state|port|town|canton|prefecture|group) of )?{BODY}"
_WITH = Cued(
    " with ",
    rf"(?:(?P<m>Ⓜ) )?(?<![\w-])(?P<label>{_KIND}{_PAPER}{_TOPIC})(?: (?:of|for|on|covering) [^,;:.()ⒸⓂ]{{1,40}}?)?,? with (?P<b>{_PARTY}(?:(?:,| and)(?: with)? {_PARTY})*)"
    r"(?P<each> respectively)?(?:,? (?:valued at|worth|of|totall?ing|for|the [a-z]+ amount is) (?P<m2>Ⓜ))?",
)
"""A paper with somebody, whatever was done to it: "inked a pact with Lorem", "and a tie-up with"."""
_EACH = Pattern(r"(?:s|a|a of \w+|letters of \w+)$")
_OF_PROJECTS = Pattern(r"(?:entry|investment|project|land|settlement|construction|development)\b")
_ADVERB = Pattern(r"(?:On|At|In|During|After|Also|Meanwhile) ")
_WITH_AGAIN = Pattern(r",? and with ")
_ASIDE = Pattern(
    r"\b(?:[Ss]eparate(?:ly)?|[Oo]n the (?:sidelines|fringes|margins)|[Aa]lso|[Ii]n addition|[Bb]esides|[Aa]longside|[Aa]part from|[Bb]eyond|[Oo]utside|too|[Bb]eside|[Ww]hat else)\b"
)
_SIGNED = Pattern(rf"\b{SIGN_EN}\b|\btied up\b")
_LEAD_SENTENCES = 2
_FARTHEST_VERB = 240
_APART = Pattern(
    r"\b(?:pact|compact|protocol|charter|framework|strategic|academic|training|partnership|cooperation|research|non-binding|credit|orders|twinning|sister|facility|joint|laboratory|purchase|sale|procurement|letters? of)\b"
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
    is_carried = _is_carried(placed)
    frames = {n: frame for n, frame in enumerate(FRAMES) if frame.pattern.is_cued(text)}
    for sentence in placed.reading.sentences:
        own_id = f"b{len(known) + len(found)}"
        papers = _papers(placed, sentence, frames, own_id)
        if _WITH.is_cued(sentence.text):
            papers = chain(_with_whom(placed, sentence, own_id, is_carried=is_carried), papers)
        for paper in papers:
            if _is_told([*known, *found], paper) or _complete([*known, *found], paper):
                continue
            if not told.issuperset(paper.parties) or paper.label not in labels:
                found.append(paper)
                told.update(paper.parties)
                labels.add(paper.label)
    return found


def take_whole(placed: Placed, agreements: list[DraftAgreement]) -> None:
    """Take the papers out that are the event's total, and give it their amount.

    Where all that was collected are letters of intent, and its parts are counted, those are it.
    """
    total = placed.total
    if total is None or total.count is None:
        return
    for paper in [paper for paper in agreements if paper.count == total.count.figure.id]:
        agreements.remove(paper)
        told = {amount.f for amount in paper.amounts}
        marks = placed.reading.marks(0, len(placed.reading.text))
        amounts = [mark for _, mark in marks if mark.figure.id in told]
        if amounts and not total.amounts:
            total.add("investment", amounts[0])
    if any(paper.count for paper in agreements):
        _take_parts(placed, agreements)


def _take_parts(placed: Placed, agreements: list[DraftAgreement]) -> None:
    """Let the papers be groups that with others add up to the total, as the text counts them in."""
    reading = placed.reading
    counts: dict[object, int] = {reading.mark(at).figure.id: at for at in parts_of_whole(placed)}
    parts = [paper for paper in agreements if paper.count in counts]
    if any(amount.kind == "trade" for paper in parts for amount in paper.amounts):
        return  # orders are no projects, whatever they add up to
    for paper in parts:
        at = counts[paper.count]
        label = reading.text.find(paper.label, at, at + _FARTHEST_VERB)
        sentence = next(own for own in reversed(reading.sentences) if own.start <= at)
        if label < 0:
            continue
        agreements.remove(paper)
        placed.taken.discard(reading.mark(at).figure.id)
        group = placed.enter((label, label + len(paper.label)), sentence, at)
        group.dimension = "other"
        told = {amount.f: amount.kind for amount in paper.amounts}
        for _, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if mark.figure.id in told:
                group.add(told[mark.figure.id], mark)
        read_behind(placed, sentence, group, label + len(paper.label) - sentence.start)


def sum_up_papers(placed: Placed, agreements: Sequence[DraftAgreement]) -> None:
    """Give each counted kind of papers without an amount the only one left over behind its count."""
    counted = {paper.count: paper for paper in agreements if paper.count and not paper.amounts}
    for sentence in placed.reading.sentences if counted else ():
        if MONEY not in sentence.text:
            continue
        end = sentence.start + len(sentence.text)
        for at, mark in placed.reading.marks(sentence.start, end):
            paper = counted.get(mark.figure.id)
            if paper is None:
                continue
            left = list(placed.left(at, end, COUNT + MONEY))
            if len(left) == 1 and placed.reading.text[left[0]] == MONEY:
                taken = placed.take(left[0])
                kind = agreement_amount_kind(paper.label, sentence.text)
                paper.amounts.append(taken.as_amount(kind))


def _is_told(known: Sequence[DraftAgreement], paper: DraftAgreement) -> bool:
    """Return whether a paper of that name has the same parties already, be they told in full."""
    return bool(paper.parties) and any(
        other.label == paper.label
        and all(
            party.islower() or any(party in told for told in other.parties)
            for party in paper.parties
        )
        for other in known
    )


def _complete(known: Sequence[DraftAgreement], paper: DraftAgreement) -> bool:
    """Give the parties of a paper to one that is told already, with one of them; tell if it is."""
    for other in known:
        if other.label != paper.label:
            continue
        is_same = not set(paper.parties).isdisjoint(other.parties) and len(other.parties) == 1
        if is_same or (other.count is not None and not other.parties):
            other.parties.extend(party for party in paper.parties if party not in other.parties)
            return True
    return False


def _is_carried(placed: Placed) -> bool:
    """Return whether the lead counts papers as the event's projects."""
    headline = placed.reading.headline
    lead = " ".join(sentence.text for sentence in placed.reading.sentences[:_LEAD_SENTENCES])
    return carriers(headline.text if headline else "", lead)


def _with_whom(
    placed: Placed, sentence: Sentence, own_id: str, *, is_carried: bool
) -> Iterator[DraftAgreement]:
    """Give the papers that a sentence says are with somebody; those of a project are none."""
    text, base, reading = sentence.text, sentence.start, placed.reading
    for number, found in enumerate(_WITH.finditer(text)):
        label = found.group("label")
        if _OF_PROJECTS.match(label):
            continue
        is_apart = _APART.search(label) or _ASIDE.search(text)
        if not is_apart and (
            is_carried
            or PLAIN_EN.fullmatch(label)
            or any(project.sentence == sentence for project in placed.projects)
        ):
            continue
        money = next((found.start(name) for name in ("m", "m2") if found.group(name)), -1)
        others = listed_bodies(text, *found.span("b"))
        first = _own_side(text, found.start())
        is_each = found.group("each") or _EACH.search(label) or _WITH_AGAIN.search(found.group("b"))
        deals = [[other] for other in others] if is_each else [others]
        amounts = [base + money] if money >= 0 and placed.is_free(base + money) else []
        for place, deal in enumerate(deals):
            if not deal:
                continue
            marks = [placed.take(at) for at in amounts if not place]
            yield DraftAgreement(
                id=f"{own_id}w{number}{place}",
                label=label,
                parties=[reading.quote(base + a, base + b) for a, b in (*first, *deal)],
                count=None,
                amounts=[mark.as_amount(agreement_amount_kind(label, text)) for mark in marks],
            )


def _own_side(text: str, end: int) -> list[Extent]:
    """Return who signs a paper that is told of before an offset."""
    verb = _last_verb(text, end)
    told = signers(text, verb) if verb >= 0 else []
    return [span for span in told if not _ADVERB.match(text, *span)]


def _last_verb(text: str, end: int) -> int:
    """Return where the last verb of signing before a place stands, -1 without one."""
    start = max(end - _FARTHEST_VERB, 0)
    return max((found.start() for found in _SIGNED.finditer(text, start, end)), default=-1)


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
                amounts=[mark.as_amount(frame.kind) for mark in amounts],
            )
