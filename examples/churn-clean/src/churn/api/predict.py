"""Answers how likely a customer is to leave."""

import logging

import pandas as pd
from sklearn.pipeline import Pipeline

from churn.features import add_features

log = logging.getLogger(__name__)


class PredictionError(Exception):
    """A customer could not be judged."""


class PredictionService:
    """Judges customers with a model that it is handed."""

    def __init__(self, model: Pipeline) -> None:
        """Keep the model.

        Args:
            model: fitted, as ``load_model`` gives it.
        """
        self._model = model

    def predict(self, customers: pd.DataFrame) -> list[float]:
        """Tell for each customer how likely they are to leave.

        Args:
            customers: one row for each.

        Returns:
            list[float]: between 0 and 1, in the order of the rows.

        Raises:
            PredictionError: when the model cannot judge them.
        """
        try:
            likely = self._model.predict_proba(add_features(customers))[:, 1]
        except (KeyError, ValueError) as error:
            raise PredictionError("the customers lack what the model needs") from error
        log.info("judged %d customers", len(customers))
        return [float(value) for value in likely]
