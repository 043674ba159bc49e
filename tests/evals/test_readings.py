from extractor.evals.readings import choices_in, is_choice, nth_reading, readings_of

TREE = {
    "name": {"any_of": ["a", "b", None]},
    "shares": [{"any_of": [None, "s1"]}, "s2"],
    "count": {"value": 3, "upper": None},
}


def test_a_choice_has_its_readings_and_a_plain_value_one():
    """Silence is a reading like any other."""
    assert readings_of(TREE["name"]) == ("a", "b", None)
    assert readings_of("a") == ("a",)
    assert readings_of(None) == (None,)
    assert not is_choice(TREE["count"])


def test_choices_are_found_with_their_paths():
    """A message about a choice can say where it stands."""
    assert [path for path, _ in choices_in(TREE)] == ["$.name", "$.shares[0]"]


def test_the_nth_reading_takes_the_last_where_there_are_fewer():
    """Every reading comes up for some n; a list's member never becomes null."""
    first, third = nth_reading(TREE, 0), nth_reading(TREE, 2)

    assert first == {"name": "a", "shares": ["s1", "s2"], "count": TREE["count"]}
    assert third == {"name": None, "shares": ["s1", "s2"], "count": TREE["count"]}
