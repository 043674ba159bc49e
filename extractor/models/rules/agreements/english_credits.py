"""English credits by how they are told: who lends how much to how many firms."""

from extractor.models.rules.agreements.signing import MORE, Signing
from extractor.models.rules.words.agreements import FIRMS_EN
from extractor.patterns import Pattern

_LENT = r"(?:gave|given|granted|extended|offered|sanctioned|provided|issued)"
_CREDIT = r"(?:credit lines?|lines of credit|credit|loans)"
CREDITS = (
    Signing(
        Pattern(
            rf"[ⒸⓃ] (?:[a-z]+ )?(?:banks|lenders) {MORE}{_LENT} (?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN} (?:an? )?(?P<label>{_CREDIT}|credit line) (?:of|totall?ing|worth) (?P<m>Ⓜ)"
        ),
        (("Ⓝ banks granted Ⓒ local firms a credit line of Ⓜ", "credit line", ()),),
    ),
    Signing(
        Pattern(
            rf"[ⒸⓃ] (?:[a-z]+ )?(?:banks|lenders) {MORE}{_LENT} (?P<label>{_CREDIT}) of (?P<m>Ⓜ) to (?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN}"
        ),
        (("Ⓒ cooperative lenders have extended loans of Ⓜ to Ⓒ exporters", "loans", ()),),
    ),
    Signing(
        Pattern(
            rf"\b(?P<label>(?i:{_CREDIT})) of (?P<m>Ⓜ) (?:was|were|has been|have been|are to be|will be) {_LENT} to (?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN} by "
        ),
        (
            (
                "Lines of credit of Ⓜ were offered to Ⓒ retailers by the banks",
                "Lines of credit",
                (),
            ),
            ("credit lines of Ⓜ were granted to Ⓒ local firms by Ⓝ lenders", "credit lines", ()),
        ),
    ),
    Signing(
        Pattern(
            rf"{MORE}(?P<verb>lend|lent|lends|{_LENT}|provide|extend|grant) (?P<m>Ⓜ)(?![^;.]*Ⓜ)[^;.ⒸⓂ]{{0,60}}? (?:under|through|by way of|via) (?:an? )?(?P<label>(?:credit|loan|financing|funding) (?:deals?|agreements?|contracts?|lines?|facilit(?:y|ies)))"
        ),
        (
            (
                "Lorem Agribank and Ipsum Bank will lend Ⓜ to businesses under credit deals to be inked",
                "credit deals",
                ("Lorem Agribank", "Ipsum Bank"),
            ),
        ),
        is_by_subject=True,
    ),
)
