"""English clauses that tell what one body spends on one thing, whatever words name the thing."""

from dataclasses import dataclass

from extractor.models.rules.projects.english_names import BODIES, BODY
from extractor.models.rules.words.cued import Cued

_ASIDE = r"(?:,? (?:which|who|whose|a|an|the|based|long|one|another|already|part|[a-z]+ed) [^;:ⒸⓂⓅ]{2,90}?,)?(?: \([^)ⒸⓂⓅ]*\),?)?"
_START = r"(?:^\W*|(?<=; )|(?<=, while )|(?<=, and )|(?<=, but )|(?<=[a-z], )|(?<=where ))(?:[Tt]he |and |while |[A-Z]?[a-z-]+ (?:firm|company|group|giant|maker|startup|developer|producer|chain|operator|conglomerate) )?"
_INV = rf"{_START}(?P<inv>{BODIES}){_ASIDE}"
WILL = r"(?:(?:has|have|had|also|will|would|is|are|was|were|to|plans?|intends?|wants?|hopes?|agreed|set|going|signed|up|jointly|now|expects?|aims?) )*"
BACKER = rf"(?:[Tt]he |an? )?(?:(?:[A-Z][\w-]+ )?(?:[a-z-]+ ){{1,3}})?(?P<inv>{BODIES}){_ASIDE}"
PAYS = r"(?:invest|spend|put|pour|sink|commit|pump|inject|pledge|earmark|plough|plow|set aside|allocate|bring|contribute|is good for|chip in)(?:s|ed|t|ted|ting|ing|n|d)?(?: in| up)?|sank|brought|spent|putting"
NP = r"(?:an? |the |its |their |another |some )?(?P<name>(?:[ⒸⓃ]-(?=[a-z]))?(?!(?:for|only|intended|worth|in|out|that|intent|about|some|as|to|by|with|from|more|it|them|this|that|him|her|us|Ⓜ|[ⒸⓃ] projects|the (?:county|city|state|project))\b)(?:(?! (?:that|which|is|are|was|were|has|have|had|will|said|reached) )(?:[^,;:.()“”ⒸⓂⓅ]|(?<=\bNo)\.)){3,70}?)"
_COST = r",?(?: (?:at|for|with|via|under|through|in|on|costing|worth|requiring|a|an|budgeted at|valued at|put at|priced at|estimated at|which (?:will cost|costs|is worth)|investing|to cost))?(?: (?:an?|the|its))?(?: (?:total|estimated|planned|combined|overall|projected|initial))*(?: (?:cost|outlay|investment|price tag|price|budget|bill|sum))?(?: of)?(?: about| some| around)?"
_PLACE = r"(?: (?:there|here|next door|(?:in|at|near|on|outside) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))?"
STOP = r"(?= (?:in|at|near|on|outside) (?:the )?[A-Z]| (?:that|which|with|by|over|where|as|and|to|due|within|this|next)\b|[,;:.()]|$)"


@dataclass(frozen=True, slots=True)
class OutlayFrame:
    """A clause of spending.

    Attributes:
        pattern: over a sentence of the reading; `inv` spends `m` on `name`.
        examples: clauses of the reading, each with what `inv` and `name` are.
    """

    pattern: Cued
    examples: tuple[tuple[str, str, str], ...]


FRAMES = (
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"{_INV}(?: alone)? {WILL}(?:{PAYS}) (?P<m>Ⓜ),? (?:over Ⓠ )?(?:in|into|on|for|towards?|behind|to [a-z]+(?: up)?) {NP}{STOP}",
        ),
        (
            (
                "Lorem Foods will sink Ⓜ in an alloy wheel line in the Ipsum node",
                "Lorem Foods",
                "alloy wheel line",
            ),
            ("Lorem Wind has pledged Ⓜ over Ⓠ for turbine blades.", "Lorem Wind", "turbine blades"),
        ),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"{_INV} (?:(?:also|jointly|will|would|is|are|has|have|to|plans?|intends?|wants?|agreed|set|signed|up) )*(?!(?:{PAYS}|on|in|at|of|for|from|with|by|and|or|to|as|than|said|says|told)\b)[a-z]+(?: up| out| for| on)? {NP}{_PLACE}{_COST} ?\(?(?P<m>Ⓜ)",
        ),
        (
            (
                "Lorem Motors, a Dolor carmaker, will assemble buses there at a cost of Ⓜ",
                "Lorem Motors",
                "buses",
            ),
            ("Lorem Hotels will restore Ⓝ forts, Ⓜ in all", "Lorem Hotels", "Ⓝ forts"),
            (
                "Lorem Power signed for Ⓠ of solar in the districts at an outlay of Ⓜ",
                "Lorem Power",
                "Ⓠ of solar in the districts",
            ),
        ),
    ),
    OutlayFrame(
        Cued(
            ": |—|–|-",
            rf"(?:^\W*|; |, and |, )(?P<inv>{BODY})(?:: | ?[—–] | - ){NP}(?:,| ?[—–:]| -| for| at)? (?:about )?\(?(?P<m>Ⓜ)",
        ),
        (("Lorem Glass: float glass, Ⓜ.", "Lorem Glass", "float glass"),),
    ),
    OutlayFrame(
        Cued(
            ": |—|–",
            rf"(?:^\W*|; )(?P<inv>{BODY})(?:: | ?[—–] )(?P<m>Ⓜ)(?: to [a-z]+| for|,) {NP}{STOP}",
        ),
        (("Lorem Dairy — Ⓜ to add mozzarella in Ipsum.", "Lorem Dairy", "mozzarella"),),
    ),
    OutlayFrame(
        Cued("(", rf"(?P<inv>{BODY}) \({NP}{_PLACE}, (?P<m>Ⓜ)[,;)]"),
        (("Lorem Mobility (bus bodies at Ipsum, Ⓜ, Ⓝ jobs)", "Lorem Mobility", "bus bodies"),),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"(?P<m>Ⓜ),? (?:(?:belongs|belonged|went|goes) to|(?:came|comes|is|was|are) (?:from|by)|from|by) (?:the )?(?P<inv>{BODY}),? (?:for|whose|which (?:will|is to|plans to|wants to) [a-z]+|to [a-z]+) {NP}{STOP}",
        ),
        (
            (
                "The largest deal, Ⓜ, belongs to Lorem Solar, whose Ⓠ park at Ipsum is due",
                "Lorem Solar",
                "Ⓠ park",
            ),
        ),
    ),
    OutlayFrame(
        Cued("’s |'s ", rf"(?P<inv>{BODY})['’]s {NP}{_PLACE}{_COST} \(?(?P<m>Ⓜ)"),
        (("Work on Lorem Data's server hall, budgeted at Ⓜ, begins", "Lorem Data", "server hall"),),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"{_INV} [a-z]+[^;:.ⒸⓂⓅ]{{0,50}} (?:with|for|on) {NP}: (?P<m>Ⓜ)",
        ),
        (
            (
                "Lorem Seafoods raised some laughs with inland shrimp: Ⓜ at Ipsum",
                "Lorem Seafoods",
                "inland shrimp",
            ),
        ),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ, ",
            rf"\b(?:[Ff]or|[Ww]ith|[Ss]pending|[Ii]nvesting|[Aa]t a|[Aa]t|[Pp]utting up|[Cc]ommitting|[Pp]ledging|[Ii]n an?)(?: (?:an?|about|some|over|total|planned|investment|cost|outlay|price tag|budget|deal|of|worth))* (?P<m>Ⓜ), {BACKER} {WILL}[a-z]+(?: up| out)? {NP}{STOP}",
        ),
        (
            ("For Ⓜ, Lorem Agro is to build a grain elevator.", "Lorem Agro", "grain elevator"),
            ("Spending Ⓜ, Lorem Steel is putting up a mill.", "Lorem Steel", "mill"),
            (
                "At a cost of Ⓜ, the Dolor maker Lorem Tools will open a shop.",
                "Lorem Tools",
                "shop",
            ),
        ),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"(?P<m>Ⓜ) (?:(?:is|are|was|were|will|to|be|being|has|have|been|would) )+[a-z]+ by {BACKER} (?:on|in|into|for|towards?|to [a-z]+(?: up)?) {NP}{STOP}",
        ),
        (("Ⓜ will be spent by Lorem Sea on a kelp works.", "Lorem Sea", "kelp works"),),
    ),
    OutlayFrame(
        Cued(
            "Ⓜ",
            rf"{_INV} {WILL}(?:{PAYS}) (?P<m>Ⓜ),? (?:in|into|on|for|towards?|to [a-z]+(?: up)?) (?P<name>[ⒸⓃⓆ][ -](?!projects\b)[^,;:.()“”ⒸⓂⓅ]{{3,60}}?){STOP}",
        ),
        (("Lorem Power pledged Ⓜ for Ⓝ steam plants in Ipsum.", "Lorem Power", "Ⓝ steam plants"),),
    ),
)
