"""What the tests share."""

import pandas as pd
import pytest


@pytest.fixture
def customers() -> pd.DataFrame:
    """Make forty customers, every fourth of whom has left."""
    rows = [
        {
            "tenure_months": number,
            "spend": 20.0 + number,
            "complaints": number % 5,
            "contract": "monthly" if number % 2 else "yearly",
            "region": "north",
            "churned": int(number % 4 == 0),
        }
        for number in range(40)
    ]
    return pd.DataFrame(rows)
