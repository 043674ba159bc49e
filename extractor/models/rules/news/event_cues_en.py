"""The cues of English articles, in the notation of `event_words_en`."""

import re

from extractor.models.rules.news.event_cues import Cue, Language
from extractor.models.rules.news.event_topics_en import TOPICS
from extractor.models.rules.news.event_words_en import note
from extractor.patterns import Pattern

_SIGNED = r"s.{0,8}[ⒸⓃ].{0,4}[PK]|[ⒸⓃ].{0,4}[PK][^|]{0,10}s"
_GATHERED = r"[HIAlsPK].{0,4}G|FG|G[^|]{0,3}[HI]|R|(?:[HIe]W|Hp)"
_MANY = r"C.{0,4}[AlsPK]|[Als][^|]{0,8}C|[AlsPK][^|]{0,8}n.?c|C\|"
_TRANSCRIPT = Pattern(r"(?:\n[.i]{1,3}:.*?){2}", re.DOTALL)
_PERIOD = r"[fM].?p|[bN].{0,2}(?:Ⓣ|g.?p|j|Ⓞ)|Ⓣ.{0,2}p|bj|bⓉ|nⓉ"
_LOOKED_BACK = rf"{_PERIOD}|fⓆ"
_COUNTED = r"(?:[Als][^|Ⓒ]{0,14}[ⒸⓃ].{0,4}[PKF]|[ⒸⓃ].{0,4}[PKF][^|]{0,18}[Als])"
_BYGONE = (
    rf"(?:{_LOOKED_BACK}|Ⓠ.?f|NⓄ|N.p|E.?(?:[jpⓄⓉ]|g.?p)|v|f.?G|n.?ⓄP|(?<=\n)(?:NⓆ|u[sA])|Nj|bO)"
)
_LONG_AGO = r"(?:[fM].?p|f.?G|v|bj|bⓄ|b.{0,2}g.?p|t)"
_COUNTED_FIRST = rf"\A[^\n]*(?:\n(?![^|]*{_BYGONE})[^|]*\|)*?(?!\n[^|]*{_BYGONE})\n[^|]*{_COUNTED}"
_COUNTED_NOW = (
    rf"\n(?![^|]*{_BYGONE})(?=[^|]*[dⒹGCR])[^|]*(?:{_COUNTED}|s.{{0,2}}K.{{0,2}}Ⓜ)"
    rf"|\n(?![^|]*{_BYGONE})(?=[^|]*[dⒹ])[^|]*[ⒸⓃ].{{0,2}}K"
)
_DONE_THERE = (
    rf"\n(?![^|]*(?:{_LONG_AGO}|r|N[ⓆⓉ]))(?=[^|]*[dⒹ])(?=[^|]*[AlshEK])[^|]*(?:[HIFP].?G|R)"
)
_OCCASION = (
    rf"(?:\A|\n)(?![^|]*{_LONG_AGO})[^|]*"
    r"(?:C.{0,4}[AlsPK]|A.{0,4}C|[sA].{0,3}G|G.{0,4}[sA]|P.{0,5}[As].{0,3}Ⓓ|X.?s[^|]*G)"
    r"|\n[n.]{1,2}[^|,fvb]{0,6}[sA].?G[^|,]{0,6},"
)
_CAMPAIGN = r"\n[^|,ⒸⓂ]{0,8}G,l[^|,ⒸⓂ]{0,8}j,[^|,ⒸⓂ]{0,6}Ⓒ"
_OWN_OCCASION = f"{_COUNTED_FIRST}|{_COUNTED_NOW}|{_DONE_THERE}|{_OCCASION}|{_CAMPAIGN}"
"""What is counted is the event's own: counted before any sentence of a period or an earlier time, or
in one of these days; done at a gathering of these days; or the very occasion is named. A campaign
launched some month ago has brought it."""


_CUES = (
    Cue(
        "an act of the genre done to counted projects, papers or firms",
        3,
        "opening",
        Pattern(r"[Als][^|Ⓒ]{0,14}[ⒸⓃ].{0,4}[PKF]|[ⒸⓃ].{0,4}[PKF][^|]{0,18}[Als]"),
        "Investors sealed Ⓒ new deals",
    ),
    Cue(
        "projects, papers or firms are counted",
        1.5,
        "opening",
        Pattern(r"[ⒸⓃ].{0,4}[PKF]|[PK].{0,2}Ⓒ"),
        "The projects number Ⓒ",
    ),
    Cue(
        "a sum is invested, promised or contracted",
        2,
        "opening",
        Pattern(r"[IPKAlsV][^|Ⓜ]{0,6}Ⓜ|Ⓜ[^|Ⓜ]{0,4}[IPK]"),
        "with a planned outlay of Ⓜ",
    ),
    Cue(
        "papers with a sum",
        2,
        "opening",
        Pattern(r"K[^|Ⓜ]{0,3}Ⓜ|Ⓜ[^|Ⓜ]{0,3}K"),
        "deals worth Ⓜ",
    ),
    Cue(
        "several named investors with their sums",
        2,
        "opening",
        Pattern(r"(?:V[^|Ⓜ]{0,8}Ⓜ.*?){2}", re.DOTALL),
        "Orbex will spend Ⓜ on a mill and Holt plans a Ⓜ bakery",
    ),
    Cue(
        "a gathering or a campaign",
        1.5,
        "opening",
        Pattern("[GR]|(?:[HIe]W|Hp)"),
        "the Peach Festival closed",
    ),
    Cue(
        "a gathering about investment, trade, industry or projects",
        2.5,
        "opening",
        Pattern(_GATHERED),
        "at the Investors' Conclave",
    ),
    Cue(
        "many projects at one stroke",
        2.5,
        "opening",
        Pattern(_MANY),
        "a centralized start of projects",
    ),
    Cue(
        "news of a day, not of a period",
        1,
        "opening",
        Pattern("[dⒹ]"),
        "on the morning of Ⓓ",
    ),
    Cue(
        "it is about investing",
        1,
        "opening",
        Pattern("[IHF]"),
        "entrepreneurs came",
    ),
    Cue(
        "what is to be signed at a gathering to come",
        1.5,
        "opening",
        Pattern(r"X.{0,3}[AlsehPK]"),
        "Ⓒ deals are expected to be signed",
    ),
    Cue(
        "spoken words in full",
        -10,
        "lead",
        Pattern(r"^.{0,4}qn|nn?.{0,3}q|y.?[yQ]|\ny|\n.{0,4}i.{0,40}[yQ]Q"),
        "Remarks by the Minister",
        "speech",
    ),
    Cue(
        "listeners are greeted",
        -10,
        "narration",
        Pattern(r"[,|\n]k(?:d|\.)[,|\n]|[|\n,]y.?[yQ][,|:]|\ny.{1,3}[,:]|\n[Q.]{1,2}Q.{0,4}[,:]kd"),
        "Friends, good afternoon, everyone",
        "speech",
    ),
    Cue(
        "the writer speaks as we, or to you, again and again",
        -8,
        "narration",
        Pattern("[iu](?!Z)(?:[^iu]*(?:[iu]Z[^iu]*)*[iu](?!Z)){3}"),
        "I thank you, for we know that you and I are friends",
        "speech",
        unless=_TRANSCRIPT,
    ),
    Cue(
        "an official says what must be done, again and again",
        -6,
        "narration",
        Pattern("D(?:[^D]*D){3}"),
        "he stressed that offices must hurry, demanded care and said all should help",
        "speech",
        unless=Pattern(f"{_MANY}|s.{{0,2}}G", re.DOTALL),
    ),
    Cue(
        "the sum of a period in somebody's reported words, and none that was signed beside it",
        -8,
        "opening",
        Pattern(rf"\n(?=[^|]{{0,14}}[aDv])(?=[^|]*(?:{_LOOKED_BACK}))[^|]*[ⒸⓂ]", re.DOTALL),
        "|\nshe said that Ⓒ firms had come over the past year",
        "speech",
        unless=Pattern(
            rf"(?:^|[|])(?![^|]*(?:{_LOOKED_BACK}))[^|]*(?:[Als][^|]{{0,14}}[ⒸⓂ]|[ⒸⓂ][^|]{{0,14}}[Als])",
            re.DOTALL,
        ),
    ),
    Cue(
        "what is counted was done in a period or at another time, none of it on an occasion",
        -10,
        "opening",
        Pattern(_COUNTED),
        "|\n|\nIn Ⓠ, Ⓒ firms signed contracts",
        unless=Pattern(_OWN_OCCASION),
    ),
    Cue(
        "a gathering of officials about their work",
        -3,
        "opening",
        Pattern("B.{0,3}G|G.{0,3}B|BB"),
        "the mobilization meeting",
        "speech",
        unless=Pattern(_MANY, re.DOTALL),
    ),
    Cue(
        "goals are set",
        -3,
        "opening",
        Pattern(r"t.{0,4}(?:g?p|Ⓞ|[ⒸⓂ])|(?:g?p|Ⓞ).{0,2}t"),
        "the goals of this year are",
        "speech",
    ),
    Cue(
        "projects that still look for an investor",
        -8,
        "lead",
        Pattern(
            r"[Ul][^|]{0,10}L|(?<!T\.)L[^|]{0,6}Ⓒ|S[^|]{0,3}[FI]|[oe][ⒸⓃ].{0,3}[PL]"
            r"|[ⒸⓃ].{0,3}P[^|]{0,6}[oL]|[ⒸⓃ].{0,3}Pe|U[^|]{0,3}Ⓒ",
            re.DOTALL,
        ),
        "a brochure of Ⓒ projects",
        "catalogue",
        unless=Pattern(_SIGNED, re.DOTALL),
    ),
    Cue(
        "words of offering, again and again",
        -4,
        "opening",
        Pattern("(?:[LSo].*?){3}", re.DOTALL),
        "The guide offers projects seeking partners",
        "catalogue",
    ),
    Cue(
        "the sum of a period, and no gathering",
        -8,
        "lead",
        Pattern(
            rf"(?:^|[|])(?=[^|]*(?:{_PERIOD}))[^|]*(?:[Als].{{0,8}}[ⒸⓂ]|Ⓒ.{{0,14}}[Als])",
            re.DOTALL,
        ),
        "Hanlu brings in Ⓜ in the first half",
        "stock_taking",
        unless=Pattern(f"{_GATHERED}|{_MANY}", re.DOTALL),
    ),
    Cue(
        "a headline of a past period, whose sum comes before any gathering",
        -8,
        "lead",
        Pattern(r"\A(?=[^|]*[fM].?p)[^|GR]*[|](?=[^|]*[fM].?p)[^|GR]*[ⒸⓂ]"),
        "Promotion work of the past year|\nOver the past year Ⓒ projects were introduced",
        "stock_taking",
    ),
    Cue(
        "a balance of work done",
        -5,
        "lead",
        Pattern(r"w.{0,2}r|r.{0,4}p|p.{0,2}r|rn|nr|f.{0,2}r"),
        "the work report of the year",
        "stock_taking",
    ),
    Cue(
        "what has become of what was signed",
        -8,
        "lead",
        Pattern(r"\A[^|]*[ⒸⓂⓅPK][^|]{0,12}Y|[ⒸⓅ]n.{0,2}Ⓒ.{0,2}[PK][sA]n[^|,ⒸⓂ]{1,10}[AY]"),
        "investments of Ⓜ grounded, says minister",
        "stock_taking",
        unless=Pattern(
            rf"(?:^|[|])(?![^|]*Y)[^|]*(?:s[^|]{{0,10}}[ⒸⓂ]|[ⒸⓂ][^|]{{0,10}}s|[As][^|]{{0,4}}[ⒸⓃ].?[PKF])|{_MANY}|R",
            re.DOTALL,
        ),
    ),
    Cue(
        "a period compared with another",
        -2,
        "lead",
        Pattern(r"m.?Ⓟ|Ⓟ.?m|pm"),
        "Ⓟ more than a year earlier",
        "stock_taking",
    ),
    Cue(
        "so many more than in another period, and no gathering",
        -5,
        "lead",
        Pattern(r"[ⒸⓂ]m.{0,3}pm"),
        "Ⓒ permits in the year, Ⓒ more than a year earlier",
        "stock_taking",
        unless=Pattern(_GATHERED, re.DOTALL),
    ),
    Cue(
        "a plan of years is made known",
        -10,
        "lead",
        Pattern(r"U[^|,]{0,4}p[^|,]{0,4}V[^|]*(?:X|t|nⓄ)"),
        "issued the Ⓝ-Year Action Plan to sign Ⓒ projects by Ⓞ",
    ),
    Cue(
        "the sum of some months, up or down so much",
        -4,
        "lead",
        Pattern(r"mⓅ.{0,2}Ⓜ[^|]{0,6}(?:[bN].?(?:j|Ⓣ|g?p)|p)"),
        "approvals rose Ⓟ to Ⓜ in January to September",
        "stock_taking",
        unless=Pattern(_GATHERED, re.DOTALL),
    ),
    Cue(
        "the growth of a period, and no gathering",
        -6,
        "lead",
        Pattern(rf"[IPKA][^|]{{0,8}}m[^|]{{0,3}}Ⓟ[^|]*(?:{_PERIOD})"),
        "investment rose by Ⓟ in the second quarter",
        "stock_taking",
        unless=Pattern(f"{_GATHERED}|{_MANY}", re.DOTALL),
    ),
    Cue(
        "a paper of opinion, on no gathering of these days",
        -8,
        "lead",
        Pattern(r"\A.{0,3}x[:|,]|\nx[:|,]"),
        "Opinion: what a signature is worth",
        "other_news",
        unless=Pattern(r"[HI].?G[^|]*(?:fW|[dⒹ])|(?:fW|[dⒹ])[^|]*[HI].?G"),
    ),
    Cue(
        "a fair for jobs",
        -7,
        "opening",
        Pattern("JG|JK"),
        "the spring job fair",
        "other_news",
    ),
    Cue(
        "a gathering with no outcome",
        -5,
        "opening",
        Pattern(r"z[^|]{0,3}[PK]"),
        "closed without a single contract",
        "other_news",
    ),
)

EN = Language(1200, note, _CUES, TOPICS)
