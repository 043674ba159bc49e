import pytest

from extractor.checks.order import check_order

TEXT = "20 deals were signed. Of these 12 are in steel and 5 in tea."


def _groups(steel, tea):
    return [
        {"id": "s1", "label": "steel", "dimension": "industry", "count": steel},
        {"id": "s2", "label": "tea", "dimension": "industry", "count": tea},
    ]


def _projects(mill, plant):
    return [
        {"id": "p1", "name": "Hill mill", "amounts": mill},
        {"id": "p2", "name": "Lake plant", "amounts": plant},
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="figures before names"),
        pytest.param("Steel has 12 of them, and tea has 5.", id="figures after names"),
        pytest.param("Projects of steel and tea are 12 and 5 respectively.", id="respectively"),
        pytest.param("The largest group is steel with 12. Next is tea with 5.", id="two sentences"),
    ],
)
def test_figures_that_changed_places_are_a_violation(subject_of, text):
    """Where two groups' figures run against the order of their labels, both are named."""
    subject = subject_of(text.lower(), shares=_groups("5", "12"))

    violations = list(check_order(subject))

    assert [(each.code, set(each.items)) for each in violations] == [
        ("grounding.crossed", {"s1", "s2"})
    ]
    assert not list(check_order(subject_of(text.lower(), shares=_groups("12", "5"))))


def test_figures_far_from_their_labels_are_not_judged(subject_of):
    """A label that is quoted from elsewhere says nothing about the order of figures."""
    subject = subject_of("in tea and steel. Then 12 and 5 came.", shares=_groups("12", "5"))

    assert not list(check_order(subject))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Hill mill and the Lake plant, worth 3 billion yuan.", id="after a name"),
        pytest.param(
            "It puts 3 billion yuan into the Lake plant, as for the Hill mill.", id="before"
        ),
    ],
)
def test_an_amount_beside_another_project_without_one_is_a_violation(subject_of, invested, text):
    """An amount does not reach past the name of a project that has none."""
    amount = [invested("3 billion yuan")]
    subject = subject_of(text, projects=_projects(amount, []))

    assert [each.code for each in check_order(subject)] == ["grounding.astray"]
    assert not list(check_order(subject_of(text, projects=_projects([], amount))))


def test_a_label_said_again_beside_its_figure_is_no_violation(subject_of):
    """A list of groups may be followed by one of them with more figures."""
    subject = subject_of(
        "steel has 12 of them and tea has 5, steel being 60%.",
        shares=[
            {
                "id": "s1",
                "label": "steel",
                "count": "12",
                "percents": [{"f": "60%", "of": "count"}],
            },
            {"id": "s2", "label": "tea", "count": "5"},
        ],
    )

    assert not list(check_order(subject))


def test_a_label_said_again_behind_a_list_of_names_is_no_violation(subject_of):
    """In "steel and tea have 12 and 5, steel 60%" the later steel does not turn the list round."""
    subject = subject_of(
        "projects of steel and tea are 12 and 5 respectively, steel making up 60% of all.",
        shares=[
            {
                "id": "s1",
                "label": "steel",
                "count": "12",
                "percents": [{"f": "60%", "of": "count"}],
            },
            {"id": "s2", "label": "tea", "count": "5"},
        ],
    )

    assert not list(check_order(subject))


@pytest.mark.parametrize(
    ("beside", "n_found"),
    [
        pytest.param("Beta costs 3 billion yuan.", 1, id="another's name only"),
        pytest.param("Beta, unlike Alpha, costs 3 billion yuan.", 0, id="its own name again"),
        pytest.param("Beside Beta it costs Orchid 3 billion yuan.", 0, id="its investor"),
        pytest.param("Costs are 3 billion yuan for Beta.", 1, id="another's name behind it"),
        pytest.param("It costs 3 billion yuan.", 0, id="no name"),
    ],
)
def test_an_amount_in_a_sentence_of_another_project_is_a_violation(
    subject_of, invested, beside, n_found
):
    """In a sentence that names neither the project nor who invests in it, an amount is another's."""
    subject = subject_of(
        f"Alpha is a mill by Orchid. {beside} Beta is a port.",
        projects=[
            {
                "id": "p0",
                "name": "Alpha",
                "investors": ["Orchid"],
                "amounts": [invested("3 billion yuan")],
            },
            {"id": "p1", "name": "Beta"},
        ],
    )

    assert [each.code for each in check_order(subject)] == ["grounding.astray"] * n_found
