"""What a model learns from."""

from churn.features.build import add_features, make_preprocessing

__all__ = ["add_features", "make_preprocessing"]
