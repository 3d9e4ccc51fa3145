"""Turns customers into numbers that a model can learn from."""

import numpy as np
import pandas as pd


def add_features(customers):
    customers["tenure_years"] = customers["tenure_months"] / 12
    customers["spend"] = customers["spend"].fillna(customers["spend"].mean())
    scores = []
    for index, row in customers.iterrows():
        if row["contract"] == "monthly":
            if row["tenure_months"] < 6:
                if row["complaints"] > 2:
                    if row["spend"] > 50:
                        scores.append(0.9)
                    else:
                        scores.append(0.7)
                else:
                    scores.append(0.5)
            else:
                scores.append(0.3)
        else:
            scores.append(0.1)
    customers["risk"] = scores
    customers["noise"] = np.random.normal(size=len(customers))
    return pd.get_dummies(customers, columns=["contract", "region"])
