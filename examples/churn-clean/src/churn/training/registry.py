"""Keeps models by version."""

from pathlib import Path

import joblib
from sklearn.pipeline import Pipeline


def save_model(model: Pipeline, folder: Path, version: str) -> Path:
    """Write a model under its version.

    Args:
        model: fitted.
        folder: where models are kept.
        version: such as ``1.4.0``.

    Returns:
        Path: the file that was written.

    Raises:
        FileExistsError: when there is a model of this version already.
    """
    file = folder / f"churn-{version}.joblib"
    if file.exists():
        raise FileExistsError(f"{file} exists; a version is written once")
    joblib.dump(model, file)
    return file


def load_model(folder: Path, version: str) -> Pipeline:
    """Read a model that ``save_model`` wrote.

    Args:
        folder: where models are kept; only the training writes there.
        version: such as ``1.4.0``.

    Returns:
        Pipeline: the fitted model.
    """
    return joblib.load(folder / f"churn-{version}.joblib")
