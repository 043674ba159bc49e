"""Every form of figure reads its own examples."""

import pytest

from extractor.figures import find_figures
from extractor.figures.digit_numbers import NUMBER
from extractor.figures.finder import AT_DIGIT, AT_HAN, AT_WORD

FORMS = {form.name: form for form in (*AT_DIGIT, *AT_HAN, *AT_WORD, NUMBER)}
EXAMPLES = [
    pytest.param(text, expected, id=f"{form.name}: {text}")
    for form in FORMS.values()
    for text, expected in form.examples
]


def _answers(figures):
    return {answer for figure in figures for answer in (figure.date, figure.to_json()["value"])}


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_each_form_reads_its_examples(text, expected):
    """An example gives the value or date beside it, or no value at all where none stands there."""
    answers = _answers(find_figures(text))
    assert expected in answers if expected is not None else answers <= {None}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_form_has_an_example(form):
    """No pattern stands without a text that shows what it is for."""
    assert form.examples
