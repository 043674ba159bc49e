"""English percentages and amounts that the first reading left without a group.

"Sugar and fish take up Ⓟ of the money", "Ⓟ of the funds (Ⓜ) fell in the Lorem Zone", "the former
account for Ⓜ".
"""

from dataclasses import dataclass

from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.dimensions import COUNTRY_EN
from extractor.patterns import Pattern

_BASE = r"(?P<base>money|funds?|investments?|capital|value|amount|total|sum|outlay|haul|commitments|projects|deals|contracts|MoUs|MOUs|agreements|memoranda|proposals|schemes|ventures|pledges|number(?: of (?:\w+ )?projects)?)"
_OF_BASE = rf"of (?:the |all |all the |total |their |its )?(?:(?:total|combined|planned|contract(?:ed)?|started|signed|overall|entire) )*(?:amount of |value of |number of )?{_BASE}\b"
_START = r"(?:^[^\wⒷⒸⓃⓂⓅ]*|[,;:—] |\b(?:and|while|but|with|that|of which,?|among which,?|including|said|says|added|noted) )"
_LABEL = r"(?P<label>(?!(?:and|but|while|with|it|they|which|there|this|that|of which|who|the rest|has|have|had|is|are|was|were|will|would|to) )[^,;:.()—“”\"ⒸⓂⓅⒹⒷⓃ]{2,60}?)"
_TAKES = (
    r"(?:(?:has|have|had|will|is|are|was|were|alone|together|also) )*(?:account(?:s|ed|ing)? for|t[ao]k(?:es?|ing)(?: up)?|took(?: up)?|mak(?:es?|ing) up|made up|represent(?:s|ed|ing)?|contribut(?:es?|ed|ing)"
    r"|br(?:ings?|ought)(?: in)?|attract(?:s|ed|ing)?|dr[ae]w(?:s|ing)?|claim(?:s|ed|ing)?|pocket(?:s|ed|ing)?|absorb(?:s|ed|ing)?|com(?:es?|ing) to|came to|st(?:ands?|ood) at|g[eo]t(?:s|ting)?|rak(?:es?|ed|ing) in|hold(?:s|ing)?|ha[sd]|have|with)"
)
_DOES = r"(?:put(?:s|ting)? (?:up|in)|(?!(?:said|rose|based|owned)\b)[a-z]{2,}(?:ed|[^s]s)(?: (?:up|in|off|out|away with|for))?)"
_ABOUT = r"(?:(?:about|some|only|just|nearly|almost|a mere|the largest share,|as much as) )*"


@dataclass(frozen=True, slots=True)
class Portion:
    """A way to tell what a percentage or an amount is of.

    Attributes:
        pattern: over a sentence of the reading; `label` names the group, `p` and `m` are its
            figures, `base` is what the percentage is of.
        examples: sentences of the reading, and the label that each gives.
        is_known: whether only a group told before may be meant.
        needs: the letter of a figure that must be left over for it.
    """

    pattern: Cued
    examples: tuple[tuple[str, str], ...]
    is_known: bool = False
    needs: str = "Ⓟ"


PORTIONS = (
    Portion(
        Cued(
            "Ⓟ of ",
            rf"(?P<p>Ⓟ) {_OF_BASE}(?: \((?P<m>Ⓜ)\)|, (?:or )?(?P<m2>Ⓜ),)? (?:(?:has|have|had|will|is|are|was|were|be|been|also) )*(?:[a-z]+ed|(?<!are )(?<!were )(?<!is )(?<!was )[a-z]+s|went|fell|came|come|flow|go|lie|set|due|bound|meant) (?:to|in|into|for|from|by|on|at) (?:the )?(?P<label>[^,;:.()—ⒸⓂⓅⒹ]{{3,60}}?)(?=[,;:.()—]| and\b| while\b|$)",
        ),
        (
            ("Ⓟ of the funds (Ⓜ) fell in the Lorem Development Zone.", "Lorem Development Zone"),
            ("Ⓟ of the money goes to manufacturing, and", "manufacturing"),
        ),
    ),
    Portion(
        Cued(
            "Ⓜ",
            r"(?:^\W*|; )(?P<m>Ⓜ)(?:, or (?P<p>Ⓟ)[^,ⒸⓂⓅ]{0,30},)? (?:came |comes |is |was )?(?P<label>from [^,;:.()ⒸⓂⓅ]{3,50}?)(?=[,;.]|$)",
        ),
        (("- Ⓜ, or Ⓟ of the total, from Lorem-owned investors; Ⓜ", "from Lorem-owned investors"),),
        needs="Ⓜ",
    ),
    Portion(
        Cued(
            "Ⓟ of ",
            rf"(?P<p>Ⓟ) {_OF_BASE} (?:are|were|is) (?P<label>(?:[a-z]+ )[^,;:.()ⒸⓂⓅ]{{3,50}}?)(?=[,;.(]| and\b|$)",
        ),
        (("Ⓟ of the signed projects are capital increases, that is", "capital increases"),),
    ),
    Portion(
        Cued(
            "Ⓟ of ",
            rf"{_START}(?:the |The |So )?{_LABEL}(?:,? (?:alone|again|together),?)? (?:{_TAKES}|{_DOES}) {_ABOUT}(?P<p>Ⓟ) {_OF_BASE}",
        ),
        (
            ("Domestic investors put up Ⓟ of the money", "Domestic investors"),
            ("the bloc said, with sugar and fish taking up Ⓟ of the money.", "sugar and fish"),
            ("Energy alone accounts for Ⓟ of the investment", "Energy"),
        ),
    ),
    Portion(
        Cued(
            "Ⓟ of ",
            rf"{_START}(?:the |The |So )?{_LABEL}, with {_ABOUT}(?P<p>Ⓟ) {_OF_BASE}, ",
        ),
        (("So energy, with Ⓟ of the agreements, has brought in Ⓟ of the investment", "energy"),),
    ),
    Portion(
        Cued(
            "Ⓟ of ",
            rf"{_START}(?:the |The |So )?{_LABEL}, with (?:Ⓟ|Ⓒ|Ⓜ) [^,]{{3,40}}, {_TAKES} {_ABOUT}(?P<p>Ⓟ) {_OF_BASE}",
        ),
        (("So energy, with Ⓟ of the agreements, has brought in Ⓟ of the investment", "energy"),),
    ),
    Portion(
        Cued(
            "Ⓟ",
            rf"(?i:projects|deals|contracts|proposals|mous|schemes|ones|those) (?:(?:each|that are) )?(?P<label>(?:(?:with|of|worth|valued at|above|over|below|under|exceeding|between|costing|an?|the|total|investments?|outlay|more than|less than|at least|at|up to) )+[ⒷⓂ](?: and [ⒷⓂ])?(?: each| or (?:more|less|above))?)(?:,? {_TAKES} {_ABOUT}| (?:with|for) {_ABOUT})(?P<p>Ⓟ)",
        ),
        (
            ("Projects of over Ⓑ each account for Ⓟ of all", "of over Ⓑ each"),
            ("and those above Ⓑ for Ⓟ.", "above Ⓑ"),
        ),
    ),
    Portion(
        Cued(
            "Ⓟ",
            rf"(?:{_START}|\bby )(?:the |The )?{_LABEL}(?: \((?P<p>Ⓟ)\)|,? (?:with|at) {_ABOUT}(?P<p2>Ⓟ)(?=[,.;]| and\b|$))",
        ),
        (
            ("led by logistics (Ⓟ), food", "led by logistics"),
            ("followed by Lorem with Ⓟ.", "followed by Lorem"),
        ),
    ),
    Portion(
        Cued(
            "Ⓟ",
            rf"{_START}(?:the |The )?{_LABEL}(?:,? (?:alone|again|together),?)? {_TAKES} {_ABOUT}(?P<p>Ⓟ)(?=[,.;]| and\b| while\b|$)",
        ),
        (("Energy alone accounts for Ⓟ, and", "Energy"),),
    ),
    Portion(
        Cued(
            "Ⓟ",
            r"(?P<p>Ⓟ)(?: of (?:them|these|those|it|that|which))? (?:(?:is|are|was|were|has|have|will|be|been) )*(?:came|come|went|go|goes|flow(?:s|ed)?|bound|headed|destined|earmarked|from)? ?(?:from|to|into|for|in|by) (?:the )?(?P<label>[^,;:.()—ⒸⓂⓅⒹⓄ]{3,50}?)(?=[,;:.()—]| and\b| while\b|$)",
        ),
        (
            ("Ⓟ came from overseas investors, and", "overseas investors"),
            ("Ⓟ will go to manufacturing.", "manufacturing"),
        ),
    ),
    Portion(
        Cued(
            "Ⓟ",
            r"(?:remaining|other|rest,?) (?P<p>Ⓟ) (?:(?:is|are|was|were|goes|go|went|will go|belongs?|comes?|for|to|in|from) )+(?:the )?(?P<label>[^,;:.()—ⒸⓂⓅⒹⓄ]{3,50}?)(?=[,;:.()—]|$)",
        ),
        (("and the remaining Ⓟ are new materials and seeds.", "new materials and seeds"),),
    ),
    Portion(
        Cued(
            "Ⓜ",
            rf"{_START}(?:the |The )?(?:Ⓒ |Ⓝ )?{_LABEL}(?: projects| deals| ones)?(?:,? (?:alone|together),?)? (?:{_TAKES}|(?:is|are|was|were) (?:worth|put at|valued at)|amounts? to|totals?|adds? up to) {_ABOUT}(?P<m>Ⓜ)",
        ),
        (
            ("are worth Ⓜ, while distribution comes to Ⓜ.", "distribution"),
            ("the former account for Ⓜ", "former"),
        ),
        is_known=True,
        needs="Ⓜ",
    ),
    Portion(
        Cued(
            "Ⓜ",
            rf"{_START}(?:the |The )?{_LABEL} (?:projects|deals|contracts|proposals|investments|schemes|agreements|MoUs|ventures|pledges)(?:,? (?:alone|together),?)? (?:{_TAKES}|(?:is|are|was|were) (?:worth|put at|valued at|estimated at|set to bring in|to bring in)|amount(?:ed)? to|total(?:led|ed)?|add(?:ed)? up to) {_ABOUT}(?P<m>Ⓜ)",
        ),
        (("Chemical projects are estimated at Ⓜ", "Chemical"),),
        needs="Ⓜ",
    ),
    Portion(
        Cued(
            "Ⓜ",
            rf"{_START}(?:the |The )?(?P<label>{COUNTRY_EN}) (?:put(?:s|ting)? (?:up|in)|pledg(?:es|ed|ing)|contribut(?:es|ed|ing)|committ?(?:s|ed|ing)|suppl(?:ies|ied)|provid(?:es|ed)|chip(?:s|ped) in|promis(?:es|ed)|accounts? for|accounted for|brought(?: in)?) {_ABOUT}(?P<m>Ⓜ)(?=[,.;)]| (?:of|and|in all|in total|while|against)\b|$)",
        ),
        (
            ("Asia put up Ⓜ, Europe Ⓜ and the Gulf the rest.", "Asia"),
            ("Mainland firms led, while Japan contributed Ⓜ.", "Japan"),
        ),
        needs="Ⓜ",
    ),
    Portion(
        Cued(
            "Ⓜ",
            rf"{_START}(?P<label>(?!(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ther|[Ii]ts|[Tt]heir|[Aa]ll|[Bb]oth|[Ss]everal|[Mm]any) (?:firms|companies|investors|enterprises|businesses))[A-Za-z][^,;:.()—ⒸⓂⓅⒹⒷⓃ]{{2,40}}? (?:firms|companies|investors|enterprises|businesses|manufacturers|developers)|(?:[Mm]anufacturers|[Dd]evelopers|[Ee]xporters|[Mm]iners|[Gg]rowers|[Bb]uilders|[Ff]oreigners|[Oo]utsiders|[Rr]eturnees))(?:,? (?:alone|together),?)? (?!(?:said|says|based|raised|spent|lost|owe[sd]?|earn(?:s|ed)?|sold|sells?|export(?:s|ed)?|import(?:s|ed)?|borrow(?:s|ed)?)\b)[a-z]+(?: in| up)? {_ABOUT}(?P<m>Ⓜ)(?=[,.;)]| (?:of|in total|in all|and|through|via)\b|$)",
        ),
        (
            ("Dolor firms pledged Ⓜ, and", "Dolor firms"),
            ("Manufacturers put in Ⓜ and logistics firms Ⓜ.", "Manufacturers"),
        ),
        needs="Ⓜ",
    ),
)
THIS_YEAR = Cued(
    "Ⓜ",
    r"(?:of which|(?:planned|expected|scheduled) investment of) (?:about |some )?(?P<m>Ⓜ) (?:(?:is|are|was|were|will be|has been) )?(?:(?:planned|expected|scheduled|due|to be|invested|completed|spent|for) )*(?:in|within|this|for|during) (?:the |this )?(?:current )?year\b",
)
"""What of a group's amount is planned for the current year."""
IS_COUNT = Pattern(
    r"projects|deals|contracts|MoUs|MOUs|agreements|memoranda|proposals|schemes|ventures|number"
)
"""Bases that are numbers of projects."""
