"""How the model is made and kept."""

from churn.training.registry import load_model, save_model
from churn.training.train import TrainingConfig, train

__all__ = ["TrainingConfig", "load_model", "save_model", "train"]
