"""Tests of the features."""

import pandas as pd

from churn.features import add_features, make_preprocessing


def test_risk_follows_from_contract_tenure_and_complaints() -> None:
    customers = pd.DataFrame({"contract": ["monthly", "monthly", "yearly"], "tenure_months": [3, 30, 3], "complaints": [4, 4, 4]})
    assert add_features(customers)["risk"].tolist() == [0.9, 0.3, 0.1]


def test_preprocessing_gives_numbers(customers: pd.DataFrame) -> None:
    assert make_preprocessing().fit_transform(add_features(customers)).shape[0] == len(customers)
