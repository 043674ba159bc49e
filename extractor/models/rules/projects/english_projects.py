"""How English articles name projects: frames over a sentence, with their examples."""

from operator import attrgetter

from extractor.models.rules.projects.english_brackets import BRACKETED
from extractor.models.rules.projects.english_builders import actions, in_which, passives
from extractor.models.rules.projects.english_costs import (
    amounts_first,
    bodies_before_amounts,
    called_largest,
    costs,
    invested_with,
    is_yield,
    loose,
    outputs,
)
from extractor.models.rules.projects.english_lists import (
    DEALT,
    came_from,
    each_of,
    listed_under_count,
    settled,
)
from extractor.models.rules.projects.english_respective import listed_with_amounts, respective
from extractor.models.rules.projects.english_subjects import complete
from extractor.models.rules.projects.english_turns import TURNED
from extractor.models.rules.words.cue_index import CueIndex
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Example, Frame, Mention
from extractor.patterns import Pattern

_TAKEN_UP = Pattern(
    r"\s*(?:This|That|The) Ⓜ (?:project|plant|scheme|facility|investment)\b(?! of\b)"
)


def english_mentions(text: str) -> list[Mention]:
    """Return the projects that a sentence names, in order.

    Args:
        text: a sentence of the reading.
    """
    if not works_in(text) and "annual output of" not in text and "Ⓜ" not in text:
        return []
    if _TAKEN_UP.match(text):
        return []
    mentions: list[Mention] = []
    for frame in _FRAMES.standing(text):
        if frame.read is loose and _has_none_left(text, mentions):
            continue
        for mention in frame.read(text):
            if not any(_overlap(mention, other) for other in mentions):
                mentions.append(mention)
    for mention in mentions:
        mention.amounts = [pair for pair in mention.amounts if not is_yield(text, pair[1])]
        complete(text, mention)
    return sorted(mentions, key=lambda mention: mention.start)


def _has_none_left(text: str, mentions: list[Mention]) -> bool:
    """Return whether every amount of a sentence is a project's already."""
    return text.count("Ⓜ") == sum(len(mention.amounts) for mention in mentions)


def _overlap(left: Mention, right: Mention) -> bool:
    taken = [*right.names, (right.start, right.end)]
    if right.place:
        taken.append(right.place)
    return any(a[0] < b[1] and b[0] < a[1] for a in left.names for b in taken) or bool(
        {at for _, at in left.amounts} & {at for _, at in right.amounts}
    )


FRAMES: tuple[Frame[str], ...] = (
    Frame(
        respective,
        (" and Ⓜ",),
        (
            Example(
                "Lorem Steel and Ipsum Cements will invest Ⓜ and Ⓜ respectively in a rolling mill and a grinding unit",
                ("rolling mill", "grinding unit"),
                ("Lorem Steel", "Ipsum Cements"),
            ),
            Example(
                "Wind specialist Lorem and battery maker Ipsum committed Ⓜ and Ⓜ: the former to a tower works at Dolor, the latter to an extension of a cell line in Amet",
                ("tower works", "extension of a cell line"),
                ("Lorem", "Ipsum"),
                "Amet",
            ),
        ),
    ),
    Frame(
        listed_with_amounts,
        (" and Ⓜ",),
        (
            Example(
                "Lorem Hosiery and Ipsum Threads drove in the first pegs for a knitting unit and a dye house, at Ⓜ and Ⓜ respectively",
                ("knitting unit", "dye house"),
                ("Lorem Hosiery", "Ipsum Threads"),
            ),
        ),
    ),
    Frame(
        listed_under_count,
        ("Ⓒ",),
        (
            Example(
                "Ⓒ cold storage projects, namely Lorem Port, Ipsum Logistics Center and Dolor Store, total Ⓜ",
                ("Lorem Port", "Ipsum Logistics Center", "Dolor Store"),
            ),
        ),
    ),
    Frame(
        each_of,
        ("'s", "’s"),
        (
            Example(
                "Ⓒ solar farms are in hand too: Lorem's at Dolor and Ipsum's at Amet, at Ⓜ and Ⓜ",
                ("solar farms",),
                ("Lorem", "Ipsum"),
            ),
        ),
    ),
    DEALT,
    Frame(
        came_from,
        (" from ",),
        (
            Example(
                "The largest pledge, Ⓜ, came from Lorem Power, which will build a battery plant in Ipsum Park",
                ("battery plant",),
                ("Lorem Power",),
                "Ipsum Park",
            ),
            Example(
                "The smallest, Ⓜ, was from the Lorem Union, for a honey refinery",
                ("honey refinery",),
                ("Lorem Union",),
            ),
        ),
    ),
    TURNED,
    BRACKETED,
    Frame(
        actions,
        (),
        (
            Example(
                "Lorem Foods will invest Ⓜ to build a noodle plant at Ipsum",
                ("noodle plant",),
                ("Lorem Foods",),
                "Ipsum",
            ),
            Example(
                "Lorem AG of Germany has set aside Ⓜ for a valve plant",
                ("valve plant",),
                ("Lorem AG",),
            ),
            Example(
                "Lorem Power signed Ⓒ contracts, for a sponge plant, an ingot plant and a mill park",
                ("sponge plant", "ingot plant", "mill park"),
                ("Lorem Power",),
            ),
            Example(
                "Lorem Group broke ground on a Ⓜ resort complex",
                ("resort complex",),
                ("Lorem Group",),
            ),
            Example(
                "The Lorem Port Group is spending Ⓜ to convert the old yard into a rail hub",
                ("rail hub",),
                ("Lorem Port Group",),
            ),
            Example(
                "Lorem Auto plans a proving ground (Ⓜ) and Ipsum Energy a network of Ⓝ piles (Ⓜ)",
                ("proving ground", "network of Ⓝ piles"),
                ("Lorem Auto", "Ipsum Energy"),
            ),
            Example(
                "Lorem Seating and Ipsum Harness will each open a parts factory, for Ⓜ and Ⓜ",
                ("parts factory",),
                ("Lorem Seating", "Ipsum Harness"),
            ),
            Example(
                "Lorem Data will set up a labeling base for Ⓜ and a service center for Ⓜ",
                ("labeling base", "service center"),
                ("Lorem Data", "Lorem Data"),
            ),
        ),
    ),
    Frame(
        passives,
        (),
        (
            Example(
                "A Ⓠ wind farm is to be erected by Lorem Power for Ⓜ",
                ("Ⓠ wind farm",),
                ("Lorem Power",),
            ),
            Example(
                "the power station that Lorem Hydropower will build at Ipsum Gorge for Ⓜ",
                ("power station",),
                ("Lorem Hydropower",),
            ),
            Example(
                "The biggest is the first phase of a silicon wafer base by Lorem Semiconductor, at Ⓜ",
                ("first phase of a silicon wafer base",),
                ("Lorem Semiconductor",),
            ),
            Example(
                "a board mill and a furniture park of the Lorem Group, at Ⓜ and Ⓜ respectively",
                ("board mill", "furniture park"),
                ("Lorem Group",),
            ),
        ),
    ),
    Frame(
        in_which,
        ("in which",),
        (
            Example(
                "It is the Ipsum Smart Port project, in which the Lorem Group is to invest Ⓜ",
                ("Ipsum Smart Port project",),
                ("Lorem Group",),
            ),
        ),
    ),
    Frame(
        called_largest,
        (" is the ", " was the ", " one of the ", " is a", " was a"),
        (
            Example(
                "Lorem Machinery Industrial Park is the largest Ⓒ signed",
                ("Lorem Machinery Industrial Park",),
            ),
        ),
    ),
    Frame(
        outputs,
        ("annual output of",),
        (
            Example(
                "Lorem Foil's annual output of Ⓠ of battery foil started in Ipsum, the total investment is Ⓜ",
                ("annual output of Ⓠ of battery foil",),
                ("Lorem Foil",),
            ),
        ),
    ),
    Frame(
        invested_with,
        ("investment of Ⓜ",),
        (
            Example(
                "such as Lorem Knitting Co., Ltd. Ipsum, with an investment of Ⓜ, has an annual output of Ⓝ socks projects",
                ("annual output of Ⓝ socks projects",),
                ("Lorem Knitting Co., Ltd.",),
                "Ipsum",
            ),
        ),
    ),
    Frame(
        amounts_first,
        ("Ⓜ",),
        (
            Example(
                "the others include a Ⓜ data center of Lorem Cloud",
                ("data center",),
                ("Lorem Cloud",),
            ),
            Example(
                "The Ⓜ petrochemical complex to be built by Lorem Oil and Ipsum Chemicals in Dolor",
                ("petrochemical complex",),
                ("Lorem Oil", "Ipsum Chemicals"),
                "Dolor",
            ),
            Example(
                "including Lorem Group Ⓜ photovoltaic glass and",
                ("photovoltaic glass and",),
                ("Lorem Group",),
            ),
        ),
    ),
    Frame(
        bodies_before_amounts,
        ("Ⓜ",),
        (
            Example(
                "rice processing center, Lorem Group,Ⓜ",
                ("rice processing center",),
                ("Lorem Group",),
            ),
            Example("a Ⓠ hospital (Lorem Hospitals, Ⓜ)", ("Ⓠ hospital",), ("Lorem Hospitals",)),
        ),
    ),
    Frame(
        costs,
        ("Ⓜ",),
        (
            Example(
                "Lorem Cathode's phosphate plant, laid out for Ⓠ a year, will cost Ⓜ",
                ("phosphate plant",),
                ("Lorem Cathode",),
            ),
            Example(
                "the Lorem Logistics Park project with an investment of Ⓜ by Ipsum Group",
                ("Lorem Logistics Park project",),
                ("Ipsum Group",),
            ),
            Example(
                "Lorem Valve Phase II expansion project of Ⓜ",
                ("Lorem Valve Phase II expansion project",),
                ("Lorem Valve",),
            ),
            Example("the homestay cluster (Ⓜ)", ("homestay cluster",)),
            Example(
                "a yarn base of Lorem, and Ipsum Bosen's battery pack project, Ⓜ",
                ("battery pack project",),
                ("Ipsum Bosen",),
            ),
            Example(
                "Lorem Solar: green hydrogen plant, Ⓜ", ("green hydrogen plant",), ("Lorem Solar",)
            ),
        ),
    ),
    Frame(
        settled,
        ("'s ", "’s "),
        (
            Example(
                "Lorem Chemical's solvent plant was settled in Ipsum Park",
                ("solvent plant",),
                ("Lorem Chemical",),
                "Ipsum Park",
            ),
        ),
    ),
    Frame(
        loose,
        ("Ⓜ",),
        (
            Example(
                "Lorem Data has chosen Ipsum over Dolor for a chip line put at about Ⓜ",
                ("chip line",),
                ("Lorem Data",),
            ),
        ),
    ),
)

_FRAMES = CueIndex(FRAMES, attrgetter("cues"))
