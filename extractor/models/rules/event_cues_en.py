"""The cues of English articles.

They are written for a notation in which each word is one letter, its class (see `CLASSES`), a word
of no class is a dot and a sentence ends with a bar: "The county signed 12 projects." is `..ACP|`
with C for the circled mark. A pattern then costs little, and says what stands near what in words.
"""

import re

from extractor.models.rules.event_cues import Cue, Language, Topic
from extractor.models.rules.reading import MARKS

CLASSES = {
    # Acts of the genre: signing, the others, and one that may be about a catalogue.
    "s": """entered entering sign signs signed signing signings signature signatures ink inks inked inking seal seals
        sealed sealing clinch clinches clinched exchange exchanged exchanges exchanging
        conclude concluded concludes contracted initialled""",
    "A": """pujan sod turned dedicated secure secures secured securing pledge pledged promise promises promised promising
        commit commits committed committing land lands landed landing settle settled
        settles bag bags bagged net nets netted reach reached agree agreed attract
        attracts attracted draw draws drew drawn garner garnered garners generate
        generated generates win wins won granted licensed licenced awarded awards
        announce announced announcing announces dispatched yield yielded yields bring
        brings bringing brought collect collected collects changed start starts started
        starting begin begins began begun commence commenced commencing commencement
        kick kicked broke broken break breaks breaking ground foundation foundations
        inaugurate inaugurated inaugurates inaugurating commissioned commissioning
        completed pocket pockets pocketed tied struck operation production stream lured
        mopped hauled raked roped scooped received receives approved registered lined
        names""",
    "l": "launch launches launched",
    # What is counted: projects, papers.
    "P": "project projects venture ventures investments scheme schemes",
    "K": """deal deals contract contracts agreement agreements mou mous memorandum memorandums
        memoranda pact pacts accord accords letter letters loi lois intent intents intentions
        documents commitment commitments pledges proposal proposals certificates licences orders""",
    # What is counted: investors and what they build.
    "F": """company companies firm firms enterprise enterprises investors manufacturers makers
        businesses units plants factories developers corporations suppliers exhibitors
        ups majors giants groups""",
    # Money put in.
    "I": """investment invest invests invested investing investor capital outlay funds funding money
        worth valued value totaling totalling total combined amount cost costs costing entailing""",
    # A gathering or campaign.
    "G": """conference conferences summit summits forum forums fair fairs expo expos exposition
        exhibition exhibitions festival festivals meet meets meeting meetings convention conventions
        symposium congress ceremony ceremonies campaign campaigns caravan tour
        session sessions talks seminar seminars dialogue activity activities gala event events
        carnival gathering gatherings durbar function valedictory
        luncheon""",
    "W": "week weeks day days season",
    # Gatherings that are of the genre by themselves.
    "R": """roadshow roadshows conclave conclaves mission delegation delegations groundbreaking
        matchmaking homecoming""",
    # What a gathering of the genre is about.
    "H": """business economic economy trade merchant merchants industry industries industrial
        promotion entrepreneur entrepreneurs partnership cooperation development hometown reshoring
        diaspora procurement commerce commercial manufacturing technology opening""",
    # Many at one stroke.
    "C": """centralized centralised concentrated concentratedly collective collectively joint jointly
        mass cloud online simultaneous simultaneously intensive""",
    "c": "spot site stage screen video sidelines venue venues",
    # When.
    "d": """today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday weekend
        morning afternoon evening""",
    "X": """expected planned scheduled due set slated will intended upcoming countdown intends
        estimated""",
    "h": "held hold holds hosted",
    "e": "open opens opened",
    "V": """build builds building spend spends put puts putting pump expand construct develop
        developing plans plan""",
    # Offering.
    "L": "list guide catalog catalogue brochure prospectus portfolio handbook opportunities",
    "U": """release releases released publish publishes published issue issues issued rolls
        rolled unveil unveils unveiled""",
    "S": "seek seeks seeking courting invites inviting welcoming wanted",
    "o": "offer offers offered offering table grabs available",
    # At the head of a list of results.
    "T": "topped tops heads headed leads led leading top bottom",
    # Periods.
    "f": "last past previous whole entire",
    "g": "first second current this financial",
    "p": "half quarter quarters month months year years fiscal",
    "b": "between during throughout since over through from",
    "N": "in",
    "j": """january february march april june july august september october november december""",
    # Balances of work.
    "r": """review summary stocktaking achievements transcript report statistics statistical
        statistician bulletin""",
    "w": "work annual written",
    # Speeches.
    "q": "speech remarks address keynote speaking",
    "y": "ladies distinguished dear excellencies respected esteemed honourable honorable",
    "Q": "gentlemen colleagues friends guests leaders fellow",
    "n": "by of at on following",
    "i": "i my",
    "B": "mobilization mobilisation deployment commendation plenary cadres secretaries",
    "t": "goal goals task tasks targets",
    "J": "job jobs recruitment labour labor career",
    "m": "more less higher lower increase increased rise rising up down rose fell growth earlier",
    # Negation.
    "z": "no without nothing none",
}
_STOPS = ",;:|\n"
_CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()} | {
    mark.lower(): mark for mark in MARKS + _STOPS
}
_TOKEN = re.compile(f"[a-z]+|[{MARKS.lower()}{_STOPS}]")


def _note(text: str) -> tuple[str, set[str]]:
    tokens = _TOKEN.findall(text.lower())
    return "".join([_CLASS_OF.get(token, ".") for token in tokens]), set(tokens)


def _topic(reason: str, words: str, example: str) -> Topic:
    return Topic(reason, frozenset(words.split()), example)


_SIGNED = r"s.{0,8}[ⒸⓃ].{0,4}[PK]|[ⒸⓃ].{0,4}[PK][^|]{0,10}s"
_GATHERED = r"[HIAlsPK].{0,4}G|G[^|]{0,3}[HI]|R|(?:[HIe]W|Hp)"
_MANY = r"C.{0,4}[AlsPK]|[Als][^|]{0,8}C|[AlsPK][^|]{0,8}n.?c|C\|"
_PERIOD = r"f.?p|[bN].{0,2}(?:Ⓣ|g.?p|j|Ⓞ)|Ⓣ.{0,2}p|bj|bⓉ|nⓉ"

_CUES = (
    Cue(
        "an act of the genre done to counted projects, papers or firms",
        3,
        "opening",
        re.compile(r"[Als][^|Ⓒ]{0,14}[ⒸⓃ].{0,4}[PKF]|[ⒸⓃ].{0,4}[PKF][^|]{0,18}[Als]"),
        "Investors sealed Ⓒ new deals",
    ),
    Cue(
        "projects, papers or firms are counted",
        1.5,
        "opening",
        re.compile(r"[ⒸⓃ].{0,4}[PKF]|[PK].{0,2}Ⓒ"),
        "The projects number Ⓒ",
    ),
    Cue(
        "a sum is invested, promised or contracted",
        2,
        "opening",
        re.compile(r"[IPKAlsV][^|Ⓜ]{0,6}Ⓜ|Ⓜ[^|Ⓜ]{0,4}[IPK]"),
        "with a planned outlay of Ⓜ",
    ),
    Cue(
        "papers with a sum",
        2,
        "opening",
        re.compile(r"K[^|Ⓜ]{0,3}Ⓜ|Ⓜ[^|Ⓜ]{0,3}K"),
        "deals worth Ⓜ",
    ),
    Cue(
        "several named investors with their sums",
        2,
        "opening",
        re.compile(r"(?:V[^|Ⓜ]{0,8}Ⓜ.*?){2}", re.DOTALL),
        "Orbex will spend Ⓜ on a mill and Holt plans a Ⓜ bakery",
    ),
    Cue(
        "a gathering or a campaign",
        1.5,
        "opening",
        re.compile("[GR]|(?:[HIe]W|Hp)"),
        "the Peach Festival closed",
    ),
    Cue(
        "a gathering about investment, trade, industry or projects",
        2.5,
        "opening",
        re.compile(_GATHERED),
        "at the Investors' Conclave",
    ),
    Cue(
        "many projects at one stroke",
        2.5,
        "opening",
        re.compile(_MANY),
        "a centralized start of projects",
    ),
    Cue(
        "news of a day, not of a period",
        1,
        "opening",
        re.compile("[dⒹ]"),
        "on the morning of Ⓓ",
    ),
    Cue(
        "it is about investing",
        1,
        "opening",
        re.compile("[IHF]"),
        "entrepreneurs came",
    ),
    Cue(
        "what is to be signed at a gathering to come",
        1.5,
        "opening",
        re.compile(r"X.{0,3}[AlsehPK]"),
        "Ⓒ deals are expected to be signed",
    ),
    Cue(
        "spoken words in full",
        -10,
        "lead",
        re.compile(r"^.{0,4}qn|nn?.{0,3}q|y.?[yQ]|\ny|\n.{0,4}i.{0,40}[yQ]Q"),
        "Remarks by the Minister",
        "speech",
    ),
    Cue(
        "somebody speaks of himself again and again",
        -4,
        "opening",
        re.compile("(?:i.*?){4}", re.DOTALL),
        "I thank my colleagues and I know that my county",
        "speech",
    ),
    Cue(
        "a gathering of officials about their work",
        -3,
        "opening",
        re.compile("B.{0,3}G|G.{0,3}B|BB"),
        "the mobilization meeting",
        "speech",
        unless=re.compile(_MANY, re.DOTALL),
    ),
    Cue(
        "goals are set",
        -3,
        "opening",
        re.compile(r"t.{0,4}(?:g?p|Ⓞ|[ⒸⓂ])|(?:g?p|Ⓞ).{0,2}t"),
        "the goals of this year are",
        "speech",
    ),
    Cue(
        "projects that still look for an investor",
        -8,
        "lead",
        re.compile(
            r"[Ul][^|]{0,10}L|(?<!T\.)L[^|]{0,6}Ⓒ|S[^|]{0,3}[FI]|[oe][ⒸⓃ].{0,3}[PL]"
            r"|[ⒸⓃ].{0,3}P[^|]{0,6}[oL]|[ⒸⓃ].{0,3}Pe|U[^|]{0,3}Ⓒ",
            re.DOTALL,
        ),
        "a brochure of Ⓒ projects",
        "catalogue",
        unless=re.compile(_SIGNED, re.DOTALL),
    ),
    Cue(
        "words of offering, again and again",
        -4,
        "opening",
        re.compile("(?:[LSo].*?){3}", re.DOTALL),
        "The guide offers projects seeking partners",
        "catalogue",
    ),
    Cue(
        "the sum of a period, and no gathering",
        -8,
        "lead",
        re.compile(
            rf"(?:^|[|])(?=[^|]*(?:{_PERIOD}))[^|]*(?:[Als].{{0,8}}[ⒸⓂ]|Ⓒ.{{0,14}}[Als])",
            re.DOTALL,
        ),
        "Hanlu brings in Ⓜ in the first half",
        "stock_taking",
        unless=re.compile(f"{_GATHERED}|{_MANY}", re.DOTALL),
    ),
    Cue(
        "a balance of work done",
        -5,
        "lead",
        re.compile(r"w.{0,2}r|r.{0,4}p|p.{0,2}r|rn|nr|f.{0,2}r"),
        "the work report of the year",
        "stock_taking",
    ),
    Cue(
        "a period compared with another",
        -2,
        "lead",
        re.compile(r"m.?Ⓟ|Ⓟ.?m|pm"),
        "Ⓟ more than a year earlier",
        "stock_taking",
    ),
    Cue(
        "the sum of some months, up or down so much",
        -4,
        "lead",
        re.compile(r"mⓅ.{0,2}Ⓜ[^|]{0,6}(?:[bN].?(?:j|Ⓣ|g?p)|p)"),
        "approvals rose Ⓟ to Ⓜ in January to September",
        "stock_taking",
        unless=re.compile(_GATHERED, re.DOTALL),
    ),
    Cue(
        "a fair for jobs",
        -7,
        "opening",
        re.compile("JG|JK"),
        "the spring job fair",
        "other_news",
    ),
    Cue(
        "a gathering with no outcome",
        -5,
        "opening",
        re.compile(r"z[^|]{0,3}[PK]"),
        "closed without a single contract",
        "other_news",
    ),
)

_TOPICS = (
    _topic(
        "one firm's own results, mergers and orders",
        """profit earnings dividend dividends shareholder shareholders share shares takeover merger
        merge acquire acquires acquired acquisition revenue bonds bond coupon stake airline carrier
        jets aircraft layoffs premium quarterly margin analysts bankers boards
        buy buys cash drug drugs""",
        "net profit and dividend",
    ),
    _topic(
        "markets and the economy at large",
        """stocks index turnover inflation gdp gross harvest wheat barley crop farmers
        prices household exports lender rival brokers""",
        "wheat harvest",
    ),
    _topic(
        "courts and crime",
        """court sentenced convicted prosecutor prosecutors suspect suspects suspicion arrested
        arrest police jail jailed prison trial fraud robbers robbery raid bogus verdict lawsuit judge
        annulled voids bail savers stolen""",
        "the court sentenced",
    ),
    _topic(
        "sport",
        """league striker goals goal scored match matches penalty spectators supporters football cup
        tournament marathon season club clubs coach player players fans team teams derby headed header
        pitch broadcasters""",
        "the football league",
    ),
    _topic(
        "books, films and museums",
        """novel novelist readers reader bookshop book books film films concert album museum gallery
        copies exhibits collection crime writer wrote titles cinema actor queue ticket tickets""",
        "the novelist's readers",
    ),
    _topic(
        "elections, treaties and aid",
        """election elections ballot ballots vote votes voters seats turnout parliament parliaments
        treaty tariff tariffs duties troops armies army war ceasefire declaration ratify donor donors
        relief refugees climate methane emissions presidents alliance party states""",
        "the votes and ballots",
    ),
    _topic(
        "rules, budgets and reports of a government",
        """measures opinions guidelines regulations regulation policy cabinet bill subsidy subsidies
        budget congress gdp disposable income departments tender tenders council tax taxes approved approves""",
        "measures and opinions",
    ),
    _topic(
        "weather, accidents and death",
        """storm typhoon flood floods earthquake rain rainfall gusts injuries injured killed dies died
        funeral victims firefighters damage born retired""",
        "the storm killed",
    ),
    _topic(
        "health, traffic and tourism",
        """influenza flu vaccine vaccination infection hospital hospitals patients doctors drivers lane
        lanes traffic lorries vehicles commuters bridge overnight visitors cruise hotels tourist
        passengers ferry boat yacht""",
        "traffic lanes",
    ),
    _topic(
        "one site under construction",
        """complete excavation concrete poured builders tunnel crane reservoir machinery dam bids
        bidders unit kilowatts underground""",
        "concrete poured",
    ),
    _topic(
        "jobs",
        """seekers vacancies salary recruitment monthly employment insurances apply hiring posts
        redundancies union""",
        "recruitment and salary",
    ),
)

EN = Language(1200, _note, _CUES, _TOPICS)
