"""How English news names a group of projects."""

from extractor.models.rules.groups.wordings import Wording, around, before
from extractor.patterns import Pattern

_PLAIN = r"(?: (?:investment|key|major|new(?! (?:energy|material|generation|infrastructure))|signed|contracted|cooperation|such))*"
NOUN = r"(?:projects?|deals?|contracts?|MoUs?|MOUs?|proposals?|ones|schemes?|commitments?|pledges|ventures?|agreements?|pacts?|memoranda(?: of understanding)?)"
_STOP = r"(?= alone\b| and(?: the)? (?:remaining|last|final) *$|(?<!that)(?<!which)(?<!who) (?:were|was|ha(?:ve|s) been) (?:also )?[a-z]+ed\b| worth\b| totall?ing\b| valued\b| with\b| this year| during\b| in this\b| at this\b| among them| because\b| since\b| and (?:together|in all|account)| in the (?:Ⓞ|event|conference)|[,，;；:：。()（）—ⒸⓂⓅⒹ]|\.|$)"
_NAME = r"[^,，、;；:：。()（）—ⒸⓂⓅⒹ]"
_OF_ALL = rf"(?: of (?:the|them|these|those|which|all|this year['’]s|its|our)\b(?: Ⓒ)?(?:{_PLAIN} {NOUN})?)?"
_AT_EVENT = r"(?: (?:in|at|during) (?:this|the) [A-Z][^,;ⒸⓂⓅ]{3,60}?(?:Conference|Summit|Forum|Fair|Expo|Week|Meeting|Convention|Festival)(?= (?:are|is|were|was|have|has)\b))?"
_PREDICATE = (
    r"(?:relat\w+ to\b|pertain\w* to\b|an? (?:\w+ )?investment of (?=more|over|at least|Ⓑ)|(?:gathered|located|settled|placed|concentrated|announced|unveiled|presented) (?:at|in|on|by)\b|(?:signed|inked|concluded|started|launched|sealed) (?:on|off|at|by|in|over|online|offline|outside|via|through)\b|(?:on|off)[ -]?site\b|online\b|via\b|in\b|of (?!them\b|the\b|these\b|those\b|its\b|which\b|understanding\b|intent\b)"
    r"|from\b|above\b|of (?=Ⓑ)|over\b|exceed\w*|more than\b|at least\b|below\b|under\b|between\b|by\b|to\b"
    r"|with (?:an?|the|contracted|total)\b(?! (?:(?:contract(?:ed|ual)|agreed|intended|intentional|estimated|aggregate|cumulative|proposed|expected) (?:total )?(?:investment|value|capital|amount)|combined|planned|total (?:of|value)|(?:total )?(?:investment|value|capital)(?: value| amount)? of (?:about |around |over |more than |nearly |some |up to )?Ⓜ))"
    r"|invested (?:by|in)\b|involv(?:e|ed|ing)\b(?! an?\b)|concern(?:ed)?\b|with (?=Ⓑ|more than|over)|worth (?:Ⓑ|more|over|at least)|valued at (?:more|over)\b|broken ground|broke ground|under construction|put into\b|on (?:the|stage)\b|at the\b|backers from\b)"
)
_VERB = (
    r"(?:are|is|was|were|will be|has|have|had|also|alone|together|which|that|still|the|a|an|remaining|another|other|about"
    r"|account(?:s|ed|ing)? for|took|takes?|taking|mak(?:e|es|ing) up|made up|signed(?: (?:for|up))?|signs|brought in|brings|led(?: the way| with)?|leads? with|with"
    r"|tops?(?: the (?:table|list))?|follow(?:s|ed|ing)?|c[oa]mes? (?:next|second|first|third|in)|came|received|collected|keeps|kept|behind|stand behind|attracted"
    r"|landed|secured|contribut(?:e|es|ed)|started|to host|hosts?|home to|saw|won|got|get|claimed|bagged|drew|for|at|numbered|number|comprise[sd]?|involves?|involved|cover(?:s|ed|ing)?"
    r"|next|reached|totall?ed|boasts?|represent(?:s|ed)?|by|and|put|added|sealed|inked|launched)"
)
_LEAD = r"[\s(,;:]|(?:[Aa]nd|[Ww]hile|[Bb]ut|[Ww]ith|[Tt]hose|that|[Tt]he|whereas|[Aa]s|then|[Ii]n|of which|among them|including|followed by|plus|[Aa]s many as|from(?= abroad)|[Nn]umber of)\s"
_TAIL = rf" {_VERB}(?=\s|$)|['’]s|[\s(]"
EN: tuple[Wording, ...] = (
    around(
        rf"Ⓒ(?: (?:of (?:the|these|those|them)|are|is|were|was|belong to|mainly|all|in|new(?! (?:energy|material|generation|infrastructure))|key|major|contracted|signed|such|more|other))* (?P<label>(?:(?!(?:{NOUN}|of|are|were|is|with|worth|signed|have|exceed|from|by|come)\b)[^\s,;:.()—ⒸⓂⓅ]+ ){{1,9}}?{NOUN}(?! (?:agreements?|contracts?|deals?|pacts?|MoUs?)\b)(?: of (?!(?:more|over|at)\b){_NAME}+?(?={_STOP}))?)",
        ("Ⓒ foreign-invested trade projects", "foreign-invested trade"),
        ("Ⓒ are industrial projects with an investment of", "industrial"),
        ("Ⓒ are manufacturing projects", "manufacturing"),
        ("Ⓒ green energy projects were signed during", "green energy"),
        ("Ⓒ domestic ones are worth", "domestic"),
        (
            "Ⓒ deep processing projects of farm products",
            "deep processing projects of farm products",
        ),
    ),
    around(
        rf"Ⓒ(?:{_PLAIN} {NOUN})?{_AT_EVENT}{_OF_ALL},?(?: (?:that|which|each|have|has|had|are|is|were|was|come|came|go|went|fall|fell|belong|lie|amount|already|be|mainly))*"
        rf" (?P<label>{_PREDICATE}{_NAME}*?){_STOP}",
        ("Ⓒ projects with an investment of more than Ⓑ in this", "an investment of more than Ⓑ"),
        ("Ⓒ in equipment manufacturing", "equipment manufacturing"),
        ("Ⓒ were signed on site", "signed on site"),
        ("Ⓒ of them exceed Ⓑ", "exceed Ⓑ"),
        ("Ⓒ were invested by overseas returnees", "overseas returnees"),
        ("Ⓒ of the projects are in the main venue", "main venue"),
        ("Ⓒ have already broken ground", "broken ground"),
        ("Ⓒ of the Ⓒ come to at least Ⓑ each", "at least Ⓑ each"),
        ("Ⓒ investment projects by local entrepreneurs", "local entrepreneurs"),
    ),
    around(
        rf"Ⓒ(?:{_PLAIN} {NOUN})?{_OF_ALL}(?: each)? (?P<label>Ⓑ(?: each)?){_STOP}",
        ("Ⓒ of these Ⓑ.", "Ⓑ"),
        ("and Ⓒ of the projects Ⓑ each", "Ⓑ each"),
    ),
    around(
        rf"Ⓒ(?:{_PLAIN} {NOUN})?{_OF_ALL} (?:are|is) (?!worth|to be|expected|valued|signed|ones|Ⓜ)(?P<label>{_NAME}{{3,60}}?){_STOP}",
        ("Ⓒ are the deep processing of timber", "deep processing of timber"),
        ("Ⓒ are cultural tourism and health care", "cultural tourism and health care"),
        ("Ⓒ of the projects are foreign-invested", "foreign-invested"),
    ),
    before(
        _LEAD,
        _TAIL,
        ("Advanced metals brought in Ⓒ projects", "Advanced metals"),
        ("Investors from the Delta signed for Ⓒ projects", "Investors from the Delta"),
        ("electronic chemicals Ⓒ", "electronic chemicals"),
        ("Modern farming follows with Ⓒ projects", "Modern farming"),
        ("Lorem County started Ⓒ projects with", "Lorem County"),
        (" and those from the Delta for Ⓒ", "Delta"),
        (" followed by electronics and IT (Ⓒ projects", "electronics and IT"),
    ),
    around(
        rf"(?:^\s*Ⓒ(?= (?:have|has|had|are|were)\b)|Ⓒ of (?:them|these|those|the(?: {NOUN}| compan(?:y|ies)| firms| investors| enterprises| businesses)?+(?: Ⓒ)?))(?:,? (?:signed|submitted|inked|concluded|which|that|who|have|has|had|are|is|were|was|will|would|be|been|also|already|put|to|up|went|go|got|into|in|on|the|still|all|a|an))* (?P<label>{_NAME}{{3,50}}?){_STOP}",
        ("Ⓒ of them went up on the stage", "stage"),
        ("Ⓒ of the Ⓒ have overseas backers", "overseas backers"),
    ),
    around(
        r"\b(?P<label>other|rest|remaining) Ⓒ",
        ("the other Ⓒ", "other"),
        ("The remaining Ⓒ MoUs", "remaining"),
    ),
    around(
        rf"Ⓒ (?!{NOUN}|of\b|are\b|were\b|was\b|is\b|have\b|had\b|worth\b|alone\b|others?\b|rounds?\b|[a-z]+ed (?:hands|by|in|on|at|for|with|the)\b)(?P<label>{_NAME}{{4,40}}?){_STOP}",
        ("and Ⓒ trade logistics", "trade logistics"),
    ),
)

WHOLE_EN = Pattern(
    r"\b(?:[Aa] total|total of|[Tt]here|[Tt]his|[Oo]ur (?:county|city|district|province)|[Tt]he (?:county|city|district|province|state|event|conference|meeting|forum|fair|two sides|government|organi[sz]ers?)"
    r"|[Ii]t|they|They|we|We|he|she|were|said|agreements?|memorand\w+|announced|held|learned|[Rr]eporters?|as many as|As many as|some|Some|altogether|so far|respectively|concluded|closed|opened|ended|wrapped|Conference|Summit|Forum|Expo|Fair|Convention|Conclave)\b"
    r"|\b(?:to|of|in|for|at|by|on|from|saw)$"
)
"""Words that no group is named by: they mean the whole, or tell of something else."""

WHOLE_START_EN = Pattern(
    r"(?:compan(?:y|ies)|firms?|investors|enterprises|businesses|developers|corporations|entrepreneurs|parties|signatories) (?:(?:have|has|had|will|would|are|were|also|now|each|together|jointly|today|yesterday) )*(?:agree|sign|pledg|commit|promis|put|plan|propos|ink|seal|invest|intend|undert|took part|take part|sink|pour|spend)[a-z]*\b|\W*(?:I|we|you|he|she|they|it)$|(?:county|city|district|province|state|government|event|conference|meeting|forum|fair|organi[sz]ers?)(?: (?:also|has|have))?$|(?:who|which|when|while)\b|signed (?:at|in|during) (?:the|this|today's)? ?(?:signing |opening |same )?(?:ceremony|event|meeting|conference|forum|fair|summit|activity|scene)$|signed (?:this time|today|yesterday|so far)$|signed (?:at|in|during|on the sidelines)\b.*\b(?:Conference|Week|Forum|Summit|Fair|Meeting|Festival|Expo|event|conference)"
)
"""The same, at the start of a label."""
