"""Tests of the settings."""

import pytest

from churn.settings import settings_from_environment


def test_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHURN_CUSTOMERS", "customers.csv")
    monkeypatch.setenv("CHURN_MODELS", "models")
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "file:runs")
    assert settings_from_environment().model_folder.name == "models"


def test_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHURN_CUSTOMERS", raising=False)
    with pytest.raises(KeyError, match="CHURN_CUSTOMERS"):
        settings_from_environment()
