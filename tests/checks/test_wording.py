from dataclasses import replace

import pytest

from extractor.checks.wording import check_bases, check_kinds
from extractor.figures import find_figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("with a total investment of 3 billion yuan", "investment", id="investment"),
        pytest.param("协议总投资 3 billion yuan", "investment", id="Chinese investment"),
        pytest.param("引进市外资金 3 billion yuan", "capital_brought_in", id="Chinese capital"),
        pytest.param(
            "bringing in outside funds of 3 billion yuan", "capital_brought_in", id="capital"
        ),
        pytest.param(
            "合同利用外资 3 billion yuan", "foreign_capital", id="Chinese foreign capital"
        ),
        pytest.param(
            "contracted foreign capital of 3 billion yuan", "foreign_capital", id="foreign capital"
        ),
        pytest.param("年度计划投资 3 billion yuan", "current_year", id="Chinese this year"),
        pytest.param(
            "an annual planned investment of 3 billion yuan", "current_year", id="this year"
        ),
    ],
)
def test_a_kind_against_the_words_before_the_sum_is_a_violation(subject_of, invested, text, kind):
    """The words between a sum and the figure before it settle its kind."""
    other = "paid_in" if kind == "investment" else "investment"

    def entered(as_kind):
        amount = invested("3 billion yuan", kind=as_kind)
        return list(check_kinds(subject_of(f"20 deals, {text}.", event={"amounts": [amount]})))

    assert [each.code for each in entered(other)] == ["wording.kind"]
    assert not entered(kind)


def test_a_kind_that_the_text_has_no_word_for_is_a_violation(subject_of, invested):
    """A sum that is only called worth so much is no capital brought in."""
    amount = invested("3 billion yuan", kind="capital_brought_in")
    subject = subject_of("20 deals worth 3 billion yuan.", event={"amounts": [amount]})

    assert [each.items for each in check_kinds(subject)] == [("event",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "贸易采购项目 13 ones, 合同金额 3 billion yuan.", "trade", id="in another clause"
        ),
        pytest.param("签约 3 billion yuan, 投资合作和贸易采购 all told.", "other", id="both"),
    ],
)
def test_a_sum_of_trade_is_no_violation(subject_of, invested, text, kind):
    """Where an article tells of trade, a sum may be of that, or of both."""
    subject = subject_of(text, event={"amounts": [invested("3 billion yuan", kind=kind)]})

    assert not list(check_kinds(subject))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2022年计划投资 3 billion yuan.", id="plan of a year"),
        pytest.param("2022年度计划投资 3 billion yuan.", id="fiscal year"),
    ],
)
def test_a_year_is_a_word_of_the_sum_behind_it(subject_of, invested, text):
    """A year, though a figure, does not end what the words before a sum say of it."""
    amount = invested("3 billion yuan", kind="current_year")
    subject = subject_of(text, event={"amounts": [amount]})
    subject = replace(subject, figures=tuple(find_figures(text)))

    assert [figure.kind for figure in subject.figures] == ["year", "money"]
    assert not list(check_kinds(subject))


def test_words_of_another_sum_say_nothing(subject_of, invested):
    """In a list dealt out, the words stand before the first sum only."""
    subject = subject_of(
        "an annual planned investment of 3 billion yuan and 2 billion yuan.",
        shares=[
            {
                "id": "s1",
                "label": "annual",
                "amounts": [invested("2 billion yuan", kind="current_year")],
            }
        ],
    )

    assert not list(check_kinds(subject))


@pytest.mark.parametrize(
    ("text", "base"),
    [
        pytest.param(
            "steel takes 40% of the total investment", "investment", id="of the investment"
        ),
        pytest.param("steel takes 40% of the number of projects", "count", id="of the number"),
        pytest.param("steel占投资总额的 40%", "investment", id="Chinese investment"),
        pytest.param("steel占项目总数的 40%", "count", id="Chinese count"),
    ],
)
def test_a_base_against_the_words_of_its_clause_is_a_violation(subject_of, text, base):
    """What a percentage is of, its clause says."""
    other = "count" if base == "investment" else "investment"

    def entered(of):
        share = {"id": "s1", "label": "steel", "percents": [{"f": "40%", "of": of}]}
        return list(check_bases(subject_of(f"20 deals. {text}.", shares=[share])))

    assert [each.code for each in entered(other)] == ["wording.base"]
    assert not entered(base)


def test_a_clause_that_names_both_bases_settles_nothing(subject_of):
    """Two bases in one clause are dealt out in an order that words alone do not tell."""
    share = {"id": "s1", "label": "steel", "percents": [{"f": "40%", "of": "count"}]}
    text = "steel takes of the number and of the investment 40%."

    assert not list(check_bases(subject_of(text, shares=[share])))


@pytest.mark.parametrize(
    ("rest", "n_found"),
    [
        pytest.param("of the investment, steel takes 40%", 0, id="in an earlier clause"),
        pytest.param("of the investment " + "and so on " * 200 + "40%", 0, id="out of reach"),
        pytest.param("40%, which is of the investment", 0, id="in a later clause"),
        pytest.param("40% and 9 places of the investment", 0, id="behind another figure"),
        pytest.param("of the investment 40%, they say", 1, id="in its own clause"),
    ],
)
def test_only_words_of_its_own_clause_tell_what_a_percentage_is_of(subject_of, rest, n_found):
    """A clause ends at a mark, at the next figure, or where it has gone on for too long."""
    share = {"id": "s1", "label": "steel", "percents": [{"f": "40%", "of": "count"}]}
    subject = subject_of(f"In steel {rest}.", shares=[share])

    assert len(list(check_bases(subject))) == n_found
