"""Trains the churn model."""

import logging
from dataclasses import asdict, dataclass

import mlflow
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline

from churn.features import add_features, make_preprocessing

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainingConfig:
    """Everything that a training depends on besides the data."""

    version: str
    seed: int
    test_share: float
    trees: tuple[int, ...]
    depths: tuple[int, ...]
    folds: int


@dataclass(frozen=True)
class TrainedModel:
    """A model, and how good it is on customers that it has never seen."""

    model: Pipeline
    test_auc: float


def train(customers: pd.DataFrame, config: TrainingConfig) -> TrainedModel:
    """Choose and fit the model.

    The settings are chosen by cross-validation inside of the training data; the test data is
    looked at once, at the end.

    Args:
        customers: checked, one row for each.
        config: what the training depends on.

    Returns:
        TrainedModel: the best model with its quality.
    """
    features = add_features(customers.drop(columns=["churned"]))
    train_x, test_x, train_y, test_y = train_test_split(
        features, customers["churned"], test_size=config.test_share, stratify=customers["churned"], random_state=config.seed
    )
    pipeline = Pipeline([("prepare", make_preprocessing()), ("model", RandomForestClassifier(random_state=config.seed))])
    choices = {"model__n_estimators": list(config.trees), "model__max_depth": list(config.depths)}
    search = GridSearchCV(pipeline, choices, cv=config.folds, scoring="roc_auc")
    with mlflow.start_run(run_name=f"churn-{config.version}"):
        mlflow.log_params(asdict(config))
        search.fit(train_x, train_y)
        test_auc = float(roc_auc_score(test_y, search.predict_proba(test_x)[:, 1]))
        mlflow.log_metric("test_auc", test_auc)
    log.info("version %s reaches %.3f", config.version, test_auc)
    return TrainedModel(model=search.best_estimator_, test_auc=test_auc)
