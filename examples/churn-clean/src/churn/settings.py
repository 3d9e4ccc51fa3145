"""What differs from one machine to the next, read from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Places that the program reads from and writes to."""

    customers_file: Path
    model_folder: Path
    tracking_uri: str


def settings_from_environment() -> Settings:
    """Read the settings.

    Returns:
        Settings: what the environment says.

    Raises:
        KeyError: when a variable is not set.
    """
    return Settings(
        customers_file=Path(os.environ["CHURN_CUSTOMERS"]),
        model_folder=Path(os.environ["CHURN_MODELS"]),
        tracking_uri=os.environ["MLFLOW_TRACKING_URI"],
    )
