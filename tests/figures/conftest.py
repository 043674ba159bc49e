import pytest

from extractor.figures import find_figures


@pytest.fixture
def read():
    """Give a function that finds figures and writes each as `as_written = value unit hedge`."""

    def show(text, *, published=None):
        return [_line(figure) for figure in find_figures(text, published=published)]

    return show


def _line(figure):
    value = figure.to_json()["value"]
    if figure.upper is not None:
        value += ".." + figure.to_json()["upper"]
    unit = figure.unit if figure.kind in {"money", "percent"} else None
    hedge = None if figure.hedge == "exact" else figure.hedge
    words = [str(value), unit, hedge, "boundary" if figure.boundary else None]
    return f"{figure.as_written} = {' '.join(word for word in words if word)}"
