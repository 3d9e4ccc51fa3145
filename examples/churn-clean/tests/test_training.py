"""Tests of the training and of what it leaves behind."""

from pathlib import Path

import pandas as pd
import pytest

from churn.api import PredictionService
from churn.api.predict import PredictionError
from churn.training import TrainingConfig, load_model, save_model, train

CONFIG = TrainingConfig(version="0.0.1", seed=7, test_share=0.25, trees=(5,), depths=(2, 3), folds=2)


def test_the_same_seed_gives_the_same_model(customers: pd.DataFrame) -> None:
    assert train(customers, CONFIG).test_auc == train(customers, CONFIG).test_auc


def test_a_version_is_written_once(tmp_path: Path, customers: pd.DataFrame) -> None:
    model = train(customers, CONFIG).model
    save_model(model, tmp_path, "0.0.1")
    assert load_model(tmp_path, "0.0.1").get_params().keys() == model.get_params().keys()
    with pytest.raises(FileExistsError):
        save_model(model, tmp_path, "0.0.1")


def test_judges_customers_and_says_when_it_cannot(customers: pd.DataFrame) -> None:
    service = PredictionService(train(customers, CONFIG).model)
    assert all(0 <= value <= 1 for value in service.predict(customers))
    with pytest.raises(PredictionError):
        service.predict(customers.drop(columns=["spend"]))
