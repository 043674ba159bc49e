"""Items of lists that each tell of one project."""

from time import process_time

from extractor.models.rules.leftovers.english_entries import _WORKS_OF

LEAD = (
    "Lorem signs 4 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 4 projects signed.\n"
    "The list:\n"
)
ITEMS = (
    "1. Dolor Forge. Axle shafts for trucks, $260 million, 410 jobs, Amet Falls.\n"
    "2. Elit Freight, a $66 million freight terminal outside Tempor.\n"
    "3. Magna Foods: $92 million, mozzarella, 140 jobs.\n"
)


def test_an_item_gives_its_firm_its_name_its_place_and_its_jobs(resolve_text):
    """The pieces of an item stand in any order."""
    projects = {p.name: p for p in resolve_text(LEAD + ITEMS).record.projects}

    forge = projects["Axle shafts for trucks"]
    assert forge.investors == ["Dolor Forge"]
    assert forge.place == "Amet Falls"
    assert [(target.value, target.measure) for target in forge.targets] == [(410, "jobs")]
    assert projects["mozzarella"].investors == ["Magna Foods"]
    assert projects["freight terminal"].investors == ["Elit Freight"]


def test_two_items_are_no_list(resolve_text):
    """Fewer than three numbered lines may number anything."""
    text = "1. Dolor Forge. Axle shafts, 260 people.\n2. Elit Freight. Buses.\n"

    assert resolve_text(LEAD + text).record.projects == []


def test_an_item_may_begin_with_what_is_built(resolve_text):
    """The builder stands behind by, of or a word for investor; the amount may be missing."""
    text = (
        "● No. 7 to No. 9 berths: total investment 1.4 billion yuan, constructed by Dolor Port;\n"
        "● A bulk terminal of Elit Trading, covering 40,000 square metres;\n"
        "● Plate rolling project: total investment 2.6 billion yuan, investor is Amet Group.\n"
    )

    projects = {p.name: p for p in resolve_text(LEAD + text).record.projects}

    assert projects["No. 7 to No. 9 berths"].investors == ["Dolor Port"]
    assert projects["bulk terminal"].investors == ["Elit Trading"]
    assert projects["Plate rolling project"].investors == ["Amet Group"]


def test_an_item_may_name_the_project_first_and_its_promoter_behind(resolve_text):
    """The head is the name where a role is told, be it in the letters of a name and emphasised."""
    text = (
        "Lorem sheds its shadow\nThe Lorem Investment Summit closed on May 12 with 63 MoUs signed.\n"
        "- *Dolor Cassava Ethanol.* Promoter: GreenTuber Ltd. $145 million.\n"
        "- *Light Rail Lot 1.* Promoters: Amet Ray of Turkey. $310 million.\n"
        "- *Ipsum Medical City.* Promoter: not disclosed. $96 million.\n"
    )

    projects = resolve_text(text).record.projects

    assert [(p.name, list(p.investors), p.amounts[0].as_written) for p in projects] == [
        ("Dolor Cassava Ethanol", ["GreenTuber Ltd"], "$145 million"),
        ("Light Rail Lot 1", ["Amet Ray"], "$310 million"),
        ("Ipsum Medical City", [], "$96 million"),
    ]


def test_bodies_in_a_row_are_divided_in_one_way_only():
    """Each "of" behind an item's name must not double the ways to read it."""
    text = "A mill" + " of Lorem" * 16 + " doing fine"
    began = process_time()

    found = _WORKS_OF.match(text)

    assert found is not None
    assert found["name"] == text.removeprefix("A ")
    assert process_time() - began < 1
