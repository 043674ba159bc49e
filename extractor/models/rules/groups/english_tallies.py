"""How English news counts a group of projects in ways that no frame of the first reading foresees.

Each tally is a small clause: who (the label), a verb of having or none, how many (Ⓒ). The verb may
be any: "the Lorem belt mopped up Ⓒ MoUs", "Ipsum City Ⓒ", "Ⓒ projects that have been started".
"""

from dataclasses import dataclass

from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern

NOUN = (
    r"(?:(?:investment |signed |new |key |major |such )*(?:projects?|deals?|contracts?|MoUs?|MOUs?|agreements?|memoranda(?: of understanding)?"
    r"|proposals?|ventures?|schemes?|pledges|commitments?|investments|pacts?|items|signings|undertakings|ones|winners|licen[cs]es|letters))"
)
_START = r"(?:^[^\wⒷⒸⓂⓅ]*|[,;:—] |\b(?:and|while|but|with|by|of|that|where|into) )"
_LABEL = r"(?P<label>(?!(?:and|but|while|with|by|of|that|where|it|they|which|there|of which|has|have|had|is|are|was|were|will|would|to) )[^,;:.()—“”\"ⒸⓂⓅⒹⒷⓃ]{2,80}?)"
_VERB = (
    r"(?:(?:has|have|had|will have|is|are|was|were|also|alone|in turn|only) )*"
    r"(?:(?!(?:said|says|signed by|limited|listed|based|owned|invited|attended)\b)[a-z]+(?:ed|s)|got|took|take|drew|draw|led|lead|won|made|had|has|have|saw|came|brought|stood|get|hold|held|let|lay)"
    r"(?: (?:up|in|off|out|away|home|back|on|down|to|for|with|next|second|third|first|ahead|behind|at))*"
)
_ABOUT = r"(?:(?:about|some|a mere|just|only|as many as|another|a further|a total of|around|the|a handful of|the remaining|the other) )*"
_OF = rf"(?: of (?:the|them|these|those)(?: Ⓒ)?)?(?: {NOUN})?"
_DONE = r"(?:signed|started|inked|sealed|clinched|struck|exchanged|finali[sz]ed|unveiled|concluded|reached|announced)(?:[,;:.()]|$| (?:in|at|during|today|yesterday)\b| on (?!the spot|site|stage))"
_STOP = rf"(?={_OF}(?:[,.;:()]| and\b| with\b| worth\b| at\b| but\b| for\b| in (?:all|total)\b|, | \(|$))"


@dataclass(frozen=True, slots=True)
class Tally:
    """A way to count a group.

    Attributes:
        pattern: over a sentence of the reading; `label` names the group, `c` is its count.
        examples: sentences of the reading, and the label that each gives.
        is_part: whether the group is a part of the one whose count stands behind it (Ⓒ of the Ⓒ).
    """

    pattern: Cued
    examples: tuple[tuple[str, str], ...]
    is_part: bool = False


def _tally(
    pattern: str, *examples: tuple[str, str], cues: str = "Ⓒ", is_part: bool = False
) -> Tally:
    return Tally(Cued(cues, pattern), examples, is_part)


OTHERS = _tally(
    rf"\b(?:[Tt]he )?(?:other|remaining|rest,?) (?P<c>Ⓒ)(?: {NOUN})?,? (?:(?:are|is|were|was|go|went|come|came|fall|fell|lie|belong|will|be) )*(?:(?:for|in|to|from|on|of|under|within|across|by|involve|concern|cover) )?(?:the )?(?P<label>[^,;:.()—ⒸⓂⓅⒹ]{{3,60}}?)(?=[,;:.()—]| (?:worth|with|valued at|totall?ing|for|at) Ⓜ|$)",
    ("the remaining Ⓒ fall under modern services.", "modern services"),
    ("and the other Ⓒ for solar and battery storage;", "solar and battery storage"),
    ("The other Ⓒ are letters of intent worth Ⓜ.", "letters of intent"),
    ("The other Ⓒ are urban renewal and roads.", "urban renewal and roads"),
)
"""The rest of a group, by what is said of it."""

TALLIES = (
    _tally(
        r"(?:^[^\wⒷⒸⓂⓅ]*|[;:,] )(?P<label>[ⓂⒷ](?: to [ⓂⒷ])?)(?: \([a-z]+\))?: (?P<c>Ⓒ)(?=[,.;]|$)",
        ("more: Ⓒ; Ⓜ (inclusive): Ⓒ;", "Ⓜ"),
        cues=": Ⓒ",
    ),
    _tally(
        rf"^[^\wⒷⒸⓂⓅ]*(?:In|At) (?:the )?(?P<label>[A-Z][^,ⒸⓂ]{{2,40}}),(?: which [^,ⒸⓂ]+,)? (?P<c>Ⓒ) {NOUN} (?:were|was|have been)\b[^,;.ⒸⓂ]*",
        (
            "In Lorem County, which is small, Ⓒ contracts were picked up, a total of Ⓜ",
            "Lorem County",
        ),
        cues=", Ⓒ ",
    ),
    _tally(
        rf"(?:^[^\wⒷⒸⓂⓅ]*|[;,] (?:and |while )?)(?:[Aa]t|[Ii]n|[Dd]uring) the (?P<label>(?=[a-z“\"])[^,;ⒸⓂⓅ]{{0,50}}?\b(?:session|ceremony|seminar|roadshow|meeting|leg|round|dialogue|sub-forum|sub-venue)\b[^,;ⒸⓂⓅ]{{0,40}}), {_ABOUT}(?P<c>Ⓒ)(?: {NOUN})?(?=[,.;]| (?:were|was|have|had|worth|with)\b|$)",
        ("In the morning session, Ⓒ agreements were sealed;", "morning session"),
        ("; in the afternoon session, Ⓒ.", "afternoon session"),
        cues=", ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}(?:: | ?[-–—] )(?P<c>Ⓒ)(?: {NOUN})?(?=[,.;()]| \|| (?:worth|for|with|valued at|totall?ing) Ⓜ|$)",
        ("Industries and commerce: Ⓒ MoUs, Ⓜ", "Industries and commerce"),
        ("Manufacturing: Ⓒ projects for Ⓜ.", "Manufacturing"),
        ("Energy — Ⓒ, worth Ⓜ", "Energy"),
        cues=": Ⓒ|- Ⓒ|– Ⓒ|— Ⓒ",
    ),
    _tally(
        rf"[;:] (?:and |the )?{_LABEL}, (?P<c>Ⓒ)(?: {NOUN})?(?=,? (?:(?:worth|for|with|valued at|totall?ing) )?Ⓜ)",
        ("By sector: manufacturing, Ⓒ projects, Ⓜ; tourism", "manufacturing"),
        ("; and food, Ⓒ worth Ⓜ.", "food"),
        cues=", Ⓒ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}(?::| accounted for| drew| took| attracted| brought in| won| is| has| had| got| reached| totals| totalled| [-–—]) {_ABOUT}(?P<m>Ⓜ)(?: across| from| in| over| through| for| with|,)? \(?(?P<c>Ⓒ)(?: {NOUN})?(?=[,.;)]|$)",
        ("Tourism and hospitality: Ⓜ across Ⓒ agreements", "Tourism and hospitality"),
        ("Logistics accounted for Ⓜ (Ⓒ agreements)", "Logistics"),
        cues="Ⓜ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL} \((?P<c>Ⓒ)(?: {NOUN})?(?=[,;)])",
        ("ahead of textiles and apparel (Ⓒ; Ⓜ)", "ahead of textiles and apparel"),
        cues=" (Ⓒ",
    ),
    _tally(
        rf"(?<![Tt]he )(?<![Tt]hese )(?<![Tt]hose )(?P<c>Ⓒ)(?: more)?(?P<of> of (?:the|these|those|them|all|which)(?: (?P<whole>Ⓒ))?)?(?: {NOUN})?(?:,(?: [^,;:.ⒸⓂⓅ]{{3,60}},)?)?(?: (?:that|which))? (?:(?:also|all|still|have|had|has|are|is|were|was|will|be|been|come|came|go|went|fall|fell|lie|belong|already) )+(?(of)|(?!{_DONE}))(?P<label>[^,;:.()—ⒸⓂⓅⒹ]{{3,60}}?)(?=[,;:.()—]| and (?:(?:the|another|a)\b|Ⓒ)| but\b| while\b| with\b|$)",
        ("Ⓒ are for food and Ⓒ have permission", "for food"),
        ("Ⓒ of the Ⓒ came from within the state, and", "from within the state"),
        ("Ⓒ of the Ⓒ MoUs are for pumped hydro and the other Ⓒ", "for pumped hydro"),
        ("Ⓒ projects, of which Ⓒ were signed on the spot, with", "signed on the spot"),
        ("Ⓒ projects that have been put into production, Ⓜ", "put into production"),
        ("Ⓒ of the Ⓒ, plant extensions for the most part, have broken ground.", "broken ground"),
        (
            "there are Ⓒ more which are jointly funded by both sides.",
            "jointly funded by both sides",
        ),
        is_part=True,
    ),
    _tally(
        rf"(?P<c>Ⓒ) of (?:the|these|those) (?P<whole>Ⓒ)(?: {NOUN})?,? (?:valued at|worth|totall?ing|with(?: [a-z]+){{0,3}}) (?P<m>Ⓜ),? (?:are|were|have been|had been) (?P<label>[a-z][^,;:.()—ⒸⓂⓅⒹ]{{2,60}}?)(?=[,;:.()—]|$)",
        ("Ⓒ of the Ⓒ pledges, valued at Ⓜ, were put down as contracts.", "put down as contracts"),
        ("Ⓒ of the Ⓒ with a value of Ⓜ are extensions, and", "extensions"),
        cues=" of the Ⓒ| of these Ⓒ| of those Ⓒ",
        is_part=True,
    ),
    _tally(
        rf"(?P<c>Ⓒ) {NOUN} (?:that|which) (?:(?:have|has|had|are|is|were|was|been|be|already|will) )*(?P<label>[a-z]+[^,;:.()—ⒸⓂⓅⒹ]{{2,50}}?)(?=[,;:.()—]| with\b| and\b| worth\b|$)",
        ("Ⓒ projects that started, with an investment of Ⓜ", "started"),
        ("Ⓒ projects that have been put into production, Ⓜ", "put into production"),
    ),
    _tally(
        rf"(?<![Tt]he )(?<![Tt]hese )(?<![Tt]hose )(?<![Aa]ll )(?P<c>Ⓒ)(?: {NOUN})? (?:are|were) (?P<label>Ⓜ)(?: each| apiece)?(?=[,.;:]| and\b)",
        ("Ⓒ commitments are Ⓜ.", "Ⓜ"),
        cues="are Ⓜ|were Ⓜ",
    ),
    _tally(
        rf"(?P<c>Ⓒ)(?: {NOUN})? (?:with|by|from) (?!an? |noon|midday|the end)(?:the )?(?P<label>[a-z][^,;:.()ⒸⓂⓅ]{{3,50}}?) (?:add(?:ed)? up|c[ao]me|amount(?:ed)?|total(?:led)?)(?: to)? (?:no more than |only |just )?(?P<m>Ⓜ)",
        ("Ⓒ projects from the diaspora total Ⓜ", "diaspora"),
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL} {_VERB} {_ABOUT}(?P<c>[ⒸⓃ]) (?:units|plants|factories)(?= between them| in all| altogether|,? and Ⓜ|,? worth Ⓜ)",
        ("Textiles and leather won Ⓝ plants in all, worth Ⓜ", "Textiles and leather"),
        cues="units|plants|factories",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}(?:, which [^;:.]{{3,80}}?,)? (?:is|are) (?:now )?to (?:have|get|host|receive|see|land) {_ABOUT}(?P<c>Ⓒ)(?: {NOUN})?(?=[,.;]| this time\b| worth\b| and Ⓜ)",
        ("Lorem County, which is hilly, is to host Ⓒ projects, and", "Lorem County"),
        cues=" to have | to get | to host | to receive | to see | to land ",
    ),
    _tally(
        rf"(?:[Tt]here (?:are|were)|including|of which|[Aa]mong them,?) (?:also )?(?P<c>Ⓒ) {NOUN} with (?P<label>(?:(?:total|planned|single) )*(?:investments?|outlays?) (?:of |above |over |exceeding )?(?:more than )?Ⓑ)(?=[,.;]| and\b|$)",
        (
            "There are Ⓒ projects with investment of more than Ⓑ.",
            "investment of more than Ⓑ",
        ),
        cues="Ⓑ",
    ),
    _tally(
        rf"(?P<c>Ⓒ) {NOUN} (?P<label>(?:(?:between|above|over|below|under|exceeding|(?:of|worth) (?:more than|over|less than|at least)) [ⒷⓂ]|(?:of|worth) Ⓑ)(?: and [ⒷⓂ])?(?: or (?:more|less|above|below))?)(?=[,;.) ]|$)",
        ("Ⓒ projects between Ⓜ, and", "between Ⓜ"),
        ("Ⓒ projects above Ⓑ", "above Ⓑ"),
    ),
    _tally(
        rf"(?P<c>Ⓒ) {NOUN} (?P<label>(?:of|worth|between|from) Ⓜ)(?=(?:,|;| and) [^.;Ⓜ]*Ⓑ)",
        ("Ⓒ projects of Ⓜ, and Ⓒ projects of less than Ⓑ", "of Ⓜ"),
    ),
    _tally(
        rf"(?P<c>Ⓒ)(?: {NOUN})? (?:each )?(?P<label>(?:top|exceed|pass|cross|surpass)(?:ped|ed|s)? (?:the )?[ⒷⓂ](?: mark)?)",
        ("Ⓒ projects top Ⓑ.", "top Ⓑ"),
        ("of these, Ⓒ cross Ⓑ.", "cross Ⓑ"),
    ),
    _tally(
        rf"(?P<c>Ⓒ)(?: {NOUN})? (?:each )?(?:involv|requir|entail|carry|carri|ha|envisag)[a-z]* (?P<label>(?:an? )?(?:outlay|investment|cost|value|capital)s?(?: of)? (?:(?:more than|over|above|at least|less than|below|exceeding) )?[ⒷⓂ] (?:each|apiece|or (?:more|less|above)))",
        ("Ⓒ projects involve an outlay of Ⓑ each and", "an outlay of Ⓑ each"),
    ),
    _tally(
        rf"[Tt]here (?:are|were) (?:also )?(?P<c>Ⓒ) {NOUN} (?:with|involving|from|by|in) (?!an?\b|total)(?P<label>[^,;:.()ⒸⓂⓅⒷ]{{3,50}}?)(?=[,;:.()]| and\b| with\b|$)",
        ("There are Ⓒ projects with foreign participation.", "foreign participation"),
    ),
    _tally(
        rf"(?P<c>Ⓒ) (?P<label>(?:signed|started|completed|foreign-\w+|domestic|overseas|formal|strategic|industrial|[a-z]+ (?:manufacturing|energy|industry|tourism|services?|processing))) {NOUN}\b",
        ("the Ⓒ signed projects will use Ⓜ", "signed"),
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}, with {_ABOUT}(?P<c>Ⓒ)(?: {NOUN})?,? (?=[a-z]|worth|and|at)",
        ("Renewables, with Ⓒ, took the biggest cheque", "Renewables"),
        cues=", with ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL} (?:is|was|are|were|came|led|leads|comes|remains?|emerged|stood|stands)\b[^,;:.ⒸⓂⓅ]{{2,60}},? (?:hosting|with|taking|drawing|winning|attracting|bringing in|landing|securing|at) {_ABOUT}(?P<c>Ⓒ){_STOP}",
        ("Lorem Free Zone was the winner, hosting Ⓒ projects with Ⓜ", "Lorem Free Zone"),
        cues=" hosting | with | taking | drawing | winning | attracting | bringing in | landing | securing | at ",
    ),
    _tally(
        rf"(?P<c>Ⓒ) {NOUN} (?:with|have|has|having) (?P<label>an? (?:(?:total|planned|single) )*(?:investment|outlay|cost)(?: of)?(?: (?:more than|over|above|at least|exceeding))? [ⒷⓂ])(?=[,.;]| and\b)",
        (
            "There are Ⓒ projects with a total investment of over Ⓑ, and",
            "a total investment of over Ⓑ",
        ),
    ),
    _tally(
        rf"(?P<c>Ⓒ) {NOUN} (?P<label>(?:valued|worth|costing|priced)(?: at)?(?: (?:more than|over|above|at least|less than|below|under|up to))? Ⓑ(?: each| apiece| or (?:more|less))?)(?= (?:were|was|are|have|had)\b|[,.;]| and\b|$)",
        ("As many as Ⓒ MoUs valued at Ⓑ each were signed", "valued at Ⓑ each"),
    ),
    _tally(
        rf"{_START}(?P<label>[ⒷⓂ]) {NOUN} (?:reach(?:ed)?|number(?:ed)?|total(?:l?ed)?|are|were|have) (?P<c>Ⓒ)",
        ("Ⓜ projects reached Ⓒ, including", "Ⓜ"),
    ),
    _tally(
        r"(?:including|of which|with|only|and) (?P<c>[ⒸⓃ])(?: is| are| being)?(?: of| worth| above)? (?P<label>(?:more than |over |above )?Ⓑ)(?=[,.;]|$)",
        ("reached Ⓒ, including Ⓝ of more than Ⓑ.", "more than Ⓑ"),
        cues="Ⓑ",
    ),
    _tally(
        r"(?P<c>Ⓒ) (?P<label>[ⒷⓂ][- ](?:level|class|plus))(?= (?:ones|projects|deals)\b|[,.;])",
        ("there are Ⓒ Ⓜ-level ones", "Ⓜ-level"),
        cues="Ⓒ Ⓜ|Ⓒ Ⓑ",
    ),
    _tally(
        rf"(?:^\W*|[,;] )(?:[Tt]he )?(?P<label>Ⓞ (?:[a-z]+ )?(?:round|session|day|batch|stage|ceremony|signing)),? (?:(?:with|saw|had|has|is|was|were|came) )?(?P<c>Ⓒ)(?: {NOUN}\b|[,;])",
        ("The Ⓞ round, Ⓒ contracts, all of them big; the Ⓞ round", "Ⓞ round"),
        cues="Ⓞ",
    ),
    _tally(
        r"(?P<share>Ⓟ)(?: of (?:them|the \w+))? \((?P<c>Ⓒ)\) (?:are|were|is|came from|come from|went to|go to|have|had) (?:the )?(?P<label>[^,;:.()ⒸⓂⓅ]{3,50}?)(?=[,;:.()]| and\b| while\b|$)",
        ("Ⓟ (Ⓒ) are greenfield.", "greenfield"),
    ),
    _tally(
        rf"(?i:{NOUN}) (?P<label>(?:above|over|below|under|exceeding|between|of (?:more|less) than|worth (?:more|less) than) Ⓑ(?: and Ⓑ)?) (?:number(?:ed|s)?|total(?:led|s)?|account(?:s|ed)? for|made up|came to|were|are) (?P<c>Ⓒ)",
        ("Deals above Ⓑ numbered Ⓒ", "above Ⓑ"),
    ),
    _tally(
        rf"(?:^[^\wⒷⒸⓂⓅ]*|[;:] )[Ii]n (?:the |terms of )?(?P<label>[a-z][^,;:.ⒸⓂⓅ]{{2,50}}?),? there (?:are|were) (?:also )?{_ABOUT}(?P<c>Ⓒ)(?: {NOUN})?(?=[,.;:]| with\b| worth\b|$)",
        ("In farming and animal husbandry, there are Ⓒ contracts,", "farming and animal husbandry"),
        cues=" there ",
    ),
    _tally(
        rf"^[^\wⒷⒸⓂⓅ]*(?:the |The )?(?P<label>[A-Za-z][^,;:.()—ⒸⓂⓅ]{{2,50}}?)(?:, [^,;:.ⒸⓂⓅ]{{3,90}},)? (?:t[ao]kes?|took|has|had|got|led|leads|c[ao]mes?|is|was|are|were|remains?|stands?|stood|walk(?:s|ed)|tops?|topped|accounts?|won|made|makes) [^:;.ⒸⓂⓅ]{{2,60}}: (?P<c>Ⓒ)(?: {NOUN})?(?=[,.;]| and\b| worth\b|$)",
        (
            "Ceramics, with clay at hand, stands well ahead: Ⓒ deals and Ⓜ",
            "Ceramics",
        ),
        ("The Lorem chamber walks in front: Ⓒ projects, Ⓜ", "Lorem chamber"),
        cues=": Ⓒ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}, (?P<c>Ⓒ) {NOUN}(?: (?:worth|with|of) Ⓜ)?,(?= (?:account|mak|tak|t[ao]ok|ma[dk]e|represent|c[ao]me|occup|brought|bring)[a-z]*\b)",
        ("The tourism category, Ⓒ contracts, accounts for Ⓟ", "tourism category"),
        cues=", Ⓒ ",
    ),
    _tally(
        rf"(?P<c>Ⓒ)(?: {NOUN})? of the (?P<label>(?:[\w-]+ ){{1,6}}?(?:(?:industr(?:y|ial)|supply|value) chain|industry|sector|field|category|type|chain|cluster))(?=[,;.(]| with\b| worth\b| and\b|$)",
        ("Ⓒ projects of the new energy industry chain, with", "new energy industry chain"),
        cues=" of the ",
        is_part=True,
    ),
    _tally(
        rf"\b(?:investment|value|amount|sum|outlay|that) (?:of|in|for) the (?P<c>Ⓒ) (?P<label>[a-z][^,;:.()ⒸⓂⓅ]{{2,50}}?) {NOUN} (?:is|was|comes to|came to|reach(?:es|ed)|total(?:s|led|ed)|amounts? to|stands? at) {_ABOUT}(?P<m>Ⓜ)",
        ("The total investment of the Ⓒ modern farming projects is Ⓜ", "modern farming"),
        cues=" the Ⓒ ",
    ),
    _tally(
        rf"(?i:{NOUN}|those|ones) (?P<label>(?:(?:with|of|involving|worth|valued|costing|between|above|over|below|under|exceeding|requiring|at|an?|total|planned|investments?|outlay|(?:more|less) than|at least|from) )+[ⒷⓂ](?: (?:and|to) (?:[ⒷⓂ]|above|over|more|below))?(?: each| or (?:more|less))?)(?:,? (?:reach(?:ed)?|number(?:ed|s)?|total(?:l?ed|s)?|came to|stood at|accounted for|are|were)|:)? (?P<c>[ⒸⓃ])(?=[,.;]| and\b|$)",
        (
            "projects with an investment of Ⓜ and above reached Ⓒ,",
            "with an investment of Ⓜ and above",
        ),
        ("those between Ⓜ and Ⓜ Ⓒ, and those exceeding Ⓑ Ⓝ.", "between Ⓜ and Ⓜ"),
        cues="Ⓑ|Ⓜ",
    ),
    _tally(
        rf"(?:including|of which|among them) {_ABOUT}(?P<c>Ⓒ) (?:with|from|by|in|for|are|were|is|involve) (?P<label>[^,;:.()—ⒸⓂⓅⒹ]{{3,50}}?)(?=[,;:.()—]| and\b| worth\b|$)",
        ("including Ⓒ with Fortune 500 firms.", "Fortune 500 firms"),
        is_part=True,
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}(?:,? [a-z]+ly,)? {_VERB} {_ABOUT}(?P<c>Ⓒ){_STOP}",
        ("The Lorem belt, unsurprisingly, mopped up Ⓒ MoUs", "Lorem belt"),
        ("Overseas investors signed Ⓒ MoUs, and", "Overseas investors"),
        ("Lorem County picked up Ⓒ of the pledges", "Lorem County"),
    ),
    _tally(
        rf"(?:^|[,;:] |\b(?:is|are|was|were|and) )(?:the |The )?(?P<label>(?!(?:the|The|and) )(?:(?! (?:is|are|was|were) )[^,;:.()ⒸⓂⓅ]){{2,50}}?), whose (?P<c>Ⓒ) {NOUN}\b",
        ("Ahead of all are cooperatives, whose Ⓒ projects", "cooperatives"),
        cues=" whose ",
    ),
    _tally(
        rf"{_START}(?:the |The )?{_LABEL}, (?:(?:though|although|albeit|even if|if|but|still) )+(?:they are |it is )?{_ABOUT}(?P<c>Ⓒ)(?: {NOUN}| in number| strong)?,",
        ("while hydrocarbons, though only Ⓒ in number, make up Ⓜ", "hydrocarbons"),
        cues="though|albeit|if |but |still ",
    ),
    _tally(
        rf"(?:^[^\wⒷⒸⓂⓅ]*|[;:,] )(?:[Ii]n|[Ff]or|[Ff]rom|[Ww]ithin) (?:the )?(?P<label>[^,;:.()ⒸⓂⓅ]{{2,50}}?)(?: (?:sector|industry|segment|field|category|class|group|track|bracket|belt|region)s?(?: alone)?| alone), {_ABOUT}(?P<c>Ⓒ) {NOUN}\b",
        ("In the automotive industry alone, Ⓒ contracts were signed.", "automotive"),
    ),
    _tally(
        rf"(?:[,;:] |\band )(?:the |only )?{_LABEL} (?:each )?{_ABOUT}(?P<c>Ⓒ)(?=(?: {NOUN})?(?:[,.;]| and\b| worth\b|$))",
        (", the big health Ⓒ, the modern", "big health"),
        ("got Ⓒ with Ⓜ, and the tribal south a mere Ⓒ.", "tribal south"),
    ),
)
"""From the surest to the loosest."""

NEXT_AMOUNT = Pattern(
    rf"(?![^Ⓜ]{{0,40}}\bof which Ⓜ|; Ⓜ(?: \([a-z]+\))?: Ⓒ){_OF}(?:[^,;:.()—ⒸⓂⓅ]{{0,40}}?)?[,;]?(?: \(| -| \||:)?(?: (?:and|but|with|worth|at|an?|total(?:l?ing)?|of|the|for|investments?|combined|planned|valued|about|is|are|will|use|invest|which|put|in|up|amounting|to|carrying|involving|together|value|only|highest|largest|contracted|capital|amounts?))* ?(?P<m>Ⓜ)(?! (?:is|are|will be|was) (?:planned|to be) )"
)
"""The amount right behind a count."""
NEXT_PERCENT = Pattern(
    rf"{_OF},?(?: \(|,| \|)?(?: (?:and|or|which|is|are|that|making|make|made|up|account(?:s|ing|ed)?|for|about|represent(?:s|ing)?|together|a|an|equal|to|i\.e\.))* ?(?P<p>Ⓟ)"
)
"""The percentage right behind a count."""
