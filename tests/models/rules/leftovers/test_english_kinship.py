"""What English groups are parts of, and by what they are cut out, as their neighbours tell."""

import pytest

_LEAD_EN = "Lorem County signed 40 projects worth 9 billion yuan at its investment conference.\n"

_ENGLISH = [
    pytest.param(
        "Eighteen of the projects exceed 500 million yuan; four of those exceed 1 billion yuan.",
        {
            "exceed 500 million yuan": ("size", None),
            "exceed 1 billion yuan": ("size", "exceed 500 million yuan"),
        },
        id="of those",
    ),
    pytest.param(
        "Nineteen have overseas backers; seven are American.",
        {"overseas backers": ("origin", None), "American": ("origin", "overseas backers")},
        id="peoples of the foreign ones",
    ),
    pytest.param(
        "Energy took 24 projects and tourism 9. Of the 24 energy projects, 16 are for pumped hydro"
        " and 8 for solar parks.",
        {
            "Energy": ("industry", None),
            "tourism": ("industry", None),
            "pumped hydro": ("industry", "Energy"),
            "solar parks": ("industry", "Energy"),
        },
        id="of the counted group, taken up",
    ),
    pytest.param(
        "Industrial projects number 22 and service projects 11. Among the industrial projects, 8 are"
        " in new materials and 6 in auto parts.",
        {
            "Industrial": ("industry", None),
            "service": ("industry", None),
            "new materials": ("industry", "Industrial"),
            "auto parts": ("industry", "Industrial"),
        },
        id="among the group",
    ),
    pytest.param(
        "Foreign-invested projects are 6: three are Korean, two are Japanese and one is German.",
        {
            "Foreign-invested": ("origin", None),
            "Korean": ("origin", "Foreign-invested"),
            "Japanese": ("origin", "Foreign-invested"),
            "German": ("origin", "Foreign-invested"),
        },
        id="mt: a colon, and one",
    ),
    pytest.param(
        "Robots took 12 projects, seaweed 9 and toys 6.",
        {
            "Robots": ("industry", None),
            "seaweed": ("industry", None),
            "toys": ("industry", None),
        },
        id="goods in a list",
    ),
    pytest.param(
        "Fourteen projects were signed at the scene, and the other 26 had been signed during"
        " earlier visits.",
        {
            "signed at the scene": ("occasion", None),
            "had been signed during earlier visits": ("occasion", None),
        },
        id="mt: the other ones of an occasion",
    ),
]


@pytest.mark.parametrize(("text", "kin"), _ENGLISH)
def test_english_groups_have_kin(kin_of, text, kin):
    """Words, neighbours and what is taken up tell a group's dimension and its whole."""
    assert kin_of(_LEAD_EN + text) == kin
