"""The notation that the cues of English articles are written for.

Each word is one letter, its class (see `CLASSES`), a word of no class is a dot and a sentence ends
with a bar: "The county signed 12 projects." is `..ACP|` with C for the circled mark. A pattern
then costs little, and says what stands near what in words.
"""

from itertools import repeat

from extractor.models.rules.news.event_cues import Noted, narration
from extractor.models.rules.reading.reading import MARKS
from extractor.patterns import Pattern

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
    "G": """conference conferences summit summits forum forums fair fairs expo expos exposition airshow airshows
        exhibition exhibitions festival festivals meet meets meeting meetings convention conventions
        symposium congress ceremony ceremonies campaign campaigns caravan tour
        session sessions talks seminar seminars dialogue activity activities gala event events
        carnival gathering gatherings durbar function valedictory
        luncheon edition editions""",
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
        mass cloud online intensively together simultaneous simultaneously intensive""",
    "c": "spot site stage screen video sidelines venue venues",
    # When.
    "d": """today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday weekend
        morning afternoon evening""",
    "X": """expected planned scheduled due set slated will intended upcoming countdown intends
        estimated""",
    "h": "held hold holds hosted ended ends closed closes wrapped wraps",
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
    "T": "topped tops head heads headed lead leads led leading top bottom",
    # Periods.
    "f": "last past previous",
    "M": "whole entire",
    "g": "first second current this financial",
    "p": "half quarter quarters month months year years fiscal period",
    "b": "between during throughout since over through from",
    "N": "in",
    "E": "end",
    "v": "ago cumulatively accumulated recalled recalls recalling remembered",
    # Papers of opinion.
    "x": "opinion editorial commentary viewpoint columnist",
    # What becomes of papers.
    "Y": """grounded materialised materialized translated fructified fruition fulfilled honoured
        abandoned stalled fulfilment""",
    "j": """january february march april june july august september october november december""",
    # Balances of work.
    "r": """review reviews reviewing summary stocktaking achievements transcript report statistics statistical
        statistician bulletin""",
    "w": "work annual written",
    # Speeches.
    "q": "speech remarks address keynote speaking",
    "y": "ladies distinguished dear excellencies respected esteemed honourable honorable",
    "Q": "gentlemen colleagues friends guests leaders fellow",
    "n": "by of at on following",
    "i": "i my",
    "u": "we our ours ourselves you your yours",
    "Z": "county city district province state town nation reporter correspondent newspaper staff",
    "k": "good",
    "O": """he she mayor governor minister secretary premier chairman chairwoman president commissioner
        commissioners director""",
    "a": "said says say saying told tells noted notes added adds reviewed",
    "D": """stress stresses stressed emphasize emphasizes emphasized emphasise emphasised urge urges
        urged demanded demands pointed instructed exhorted must shall should ought insisted
        asked called""",
    "B": "mobilization mobilisation deployment commendation plenary cadres secretaries",
    "t": "goal goals task tasks targets",
    "J": "job jobs recruitment labour labor career",
    "m": "more less higher lower increase increased rise rising up down rose fell growth earlier",
    # Negation.
    "z": "no without nothing none",
}
_STOPS = ",;:|\n"
_QUOTES = '“”"'
_CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()} | {
    mark.lower(): mark for mark in MARKS + _STOPS + _QUOTES
}
_TOKEN = Pattern(f"[a-z]+|[{MARKS.lower()}{_STOPS}{_QUOTES}]")
_COMPARED = Pattern(
    r"\b(?:than|from|over|compared (?:with|to)|on|of) (?:(?:that|those) (?:of|in|at) )?(?:the )?(?:same (?:period|time) (?:of |in )?)?"
    r"(?:last|previous|preceding|prior) (?:year|edition|session|meeting|fair|summit|forum|expo|conference|one)(?:['’]s)?\b(?=[,.;)]| (?:and|with|worth|in)\b)"
)
"""What a figure is only compared with: six more than last year, 1.3 times that of the previous year."""
_QUOTED = Pattern('“[^”]{0,90}”|"[^"]{0,90}"')
_UNQUOTED = str.maketrans("", "", _QUOTES)


def note(text: str) -> Noted:
    """Write a piece of a reading in the notation."""
    told = _COMPARED.sub("", text.lower().replace("joint venture", "venture"))
    tokens = _TOKEN.findall(told)
    notation = "".join(map(_CLASS_OF.get, tokens, repeat(".")))
    narrated = narration(notation, _QUOTED)
    return Noted(notation.translate(_UNQUOTED), narrated.translate(_UNQUOTED), set(tokens))
