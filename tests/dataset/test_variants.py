"""A question to a wider indicator returns only what meets its definition."""

import pytest

import zjreform as zj

DS = zj.load()
VARIANTS = {
    # time of setting up a company, whatever steps are counted and whoever is counted
    "company-setup-time": {
        "company-setup-time-four-steps",
        "company-setup-time-routine",
        "company-setup-time-named",
        "company-setup-time-fastest",
    },
    # ordinary business investment projects only: neither construction projects nor resettlement housing
    "investment-approval-time": {"investment-approval-time-whole", "investment-approval-time-before-start"},
    # from acceptance to completion of one matter
    "procedure-time": {"property-transfer-time", "property-title-time", "case-filing-time", "ship-clearance-time"},
    # a time that is shorter than before or than what it is set against: no efficiency
    "time-saved": {
        "hearing-time-saved",
        "trial-period-saved",
        "company-setup-time-saved",
        "interdepartmental-time-saved",
        "personnel-time-saved",
        "housing-permit-time-saved",
    },
    "procedure-steps": {"company-setup-steps", "property-transaction-steps"},
    # what an applicant hands in or shows
    "documents-required": {
        "company-setup-documents",
        "ship-document-categories",
        "ship-document-kinds",
        "identity-documents-required",
    },
    "company-setup-documents": {"company-setup-documents-step"},
    "documents-cut-share": {"certificates-cut-share", "personnel-documents-cut-share"},
    # items that people, firms or departments have handled: none abolished, checked, merged or put up for a change of law
    "items-listed": {
        "items-one-visit",
        "items-village",
        "items-one-certificate",
        "items-online",
        "items-from-abroad",
        "items-interdepartmental",
        "items-main",
        "items-sub",
        "one-thing-items",
        "items-permit-reform",
        "items-proof",
    },
    "items-one-visit": {"items-township"},
    "items-online": {"items-mobile"},
    "items-merged": {"certificates-merged"},
    # handled online, not fed back to a platform
    "online-share": {"online-share-livelihood", "online-filing-share", "online-approval-share"},
    "cases-handled": {
        "company-setups-handled",
        "overseas-cases-handled",
        "intermediary-cases-handled",
        "intermediary-auctions",
    },
    "data-calls": {"certificate-calls"},
    "data-records": {"death-records", "credit-records"},
    "service-outlets": {"bank-outlets", "post-outlets"},
    "random-checks": {"joint-random-checks"},
    "framework-parts": {"government-levels", "reform-stages", "framework-elements"},
    "award-winners": {"award-winners-tier"},
}


@pytest.mark.parametrize("parent", sorted({str(row.variant_of) for row in DS.indicators if row.variant_of}))
def test_a_wider_indicator_has_only_its_own_kind(parent: str) -> None:
    """The variants are those that were read against the definition, all of one family with it."""
    narrower = DS.indicators.where(lambda row: row.variant_of == parent)
    assert set(narrower.ids) == VARIANTS[parent]
    assert {row.family for row in narrower} == {DS.indicators[parent].family}


@pytest.mark.parametrize(
    ("parent", "apart"),
    [
        ("time-saved", "lishui-intermediary-efficiency"),  # an efficiency is no time
        ("investment-approval-time", "lishui-construction-time-after"),  # no business investment project
        ("investment-approval-time", "lishui-housing-time-mean"),  # resettlement housing
        ("items-listed", "lishui-joint-items"),  # items that inspectors check
        ("items-listed", "approval-items-cut"),  # items abolished or handed down
        ("items-listed", "joint-licence-fields"),  # fields
        ("items-listed", "zhejiang-legal-adjustments"),  # provisions of law
        ("items-listed", "many-in-one-items"),  # what one licence took in
        ("online-share", "lishui-online-return-share"),  # approvals fed back
    ],
)
def test_what_the_definition_leaves_out_is_not_found(parent: str, apart: str) -> None:
    """A figure of another kind is not returned."""
    assert apart in DS.metrics.ids
    assert apart not in DS.find_metrics(indicator=parent).ids
