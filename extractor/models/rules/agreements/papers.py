"""An agreement as a sentence tells of it."""

from dataclasses import dataclass, field

from extractor.models.rules.words.mentions import Extent


@dataclass(slots=True)
class Paper:
    """An agreement, or several of one kind; offsets are those of the sentence.

    Attributes:
        label: the words that name the kind.
        end: where what is said of its amount begins.
        parties: the named bodies that sign it.
        count: offset of the figure that counts it.
        amounts: offsets of its amounts; None where they have yet to be looked for behind `end`.
        stop: where its amount is no longer looked for.
    """

    label: Extent
    end: int
    parties: list[Extent] = field(default_factory=list)
    count: int | None = None
    amounts: list[int] | None = None
    stop: int | None = None
