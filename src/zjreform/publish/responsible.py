"""What Croissant's vocabulary of responsible AI asks of a dataset: how it was collected, annotated, and where it is one-sided."""

from collections.abc import Mapping
from types import MappingProxyType

RESPONSIBLE: Mapping[str, str] = MappingProxyType(
    {
        "rai:dataCollection": (
            "Five public documents were read by hand; every numeral of them is coded with the span it stands in."
        ),
        "rai:dataCollectionType": "Manual human curator",
        "rai:dataAnnotationProtocol": (
            "Written rules; two codings of each field that takes judgement, the second coder not seeing the first; differences are settled "
            "against the text."
        ),
        "rai:dataAnnotationAnalysis": (
            "Krippendorff's alpha with intervals for every field, computed from the codings in the dataset."
        ),
        "rai:dataBiases": (
            "The documents come from the administration of the reform and its press; figures are claims of those who report them. The "
            "documents are what was at hand, no sample."
        ),
        "rai:dataLimitations": (
            "Most cases are known by title only; few adoptions are dated; one copy has lost characters, which are not repaired."
        ),
        "rai:personalSensitiveInformation": (
            "Names of experts and authors as printed; personal telephone numbers and addresses are withheld."
        ),
        "rai:dataUseCases": "Public administration, policy diffusion, reading of quantities in Chinese government texts.",
    }
)
"""By property: what is said of this dataset."""
