"""What other programs ask."""

from churn.api.predict import PredictionService

__all__ = ["PredictionService"]
