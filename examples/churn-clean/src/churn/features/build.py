"""Turns customers into numbers that a model can learn from."""

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

NUMBERS = ["tenure_years", "spend", "complaints", "risk"]
CATEGORIES = ["contract", "region"]


def add_features(customers: pd.DataFrame) -> pd.DataFrame:
    """Add what follows from each customer alone; nothing is learned from the others.

    Args:
        customers: one row for each customer.

    Returns:
        pd.DataFrame: a copy with further columns.
    """
    monthly = customers["contract"] == "monthly"
    young = customers["tenure_months"] < 6
    unhappy = customers["complaints"] > 2
    risk = np.select([monthly & young & unhappy, monthly & young, monthly], [0.9, 0.5, 0.3], default=0.1)
    return customers.assign(tenure_years=customers["tenure_months"] / 12, risk=risk)


def make_preprocessing() -> ColumnTransformer:
    """Make what fills, scales and encodes; it learns inside of the pipeline, from training data alone.

    Returns:
        ColumnTransformer: not fitted yet.
    """
    numbers = Pipeline([("fill", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
    return ColumnTransformer([("numbers", numbers, NUMBERS), ("categories", OneHotEncoder(handle_unknown="ignore"), CATEGORIES)])
