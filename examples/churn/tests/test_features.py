"""Tests of the features."""

import pandas as pd

from churn.features.build import add_features


def test_features():
    customers = pd.DataFrame({"tenure_months": [3], "spend": [60.0], "complaints": [4], "contract": ["monthly"], "region": ["north"]})
    add_features(customers)
    assert True
