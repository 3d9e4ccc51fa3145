"""Reads what is known of customers, and checks it."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd

log = logging.getLogger(__name__)

COLUMNS = ["tenure_months", "spend", "complaints", "contract", "region", "churned"]


class InvalidCustomers(ValueError):
    """The customers are not of the form that the model was built for."""


def load_customers(path: Path) -> pd.DataFrame:
    """Read all customers.

    Args:
        path: a CSV file with the columns of ``COLUMNS``.

    Returns:
        pd.DataFrame: one row for each customer.

    Raises:
        InvalidCustomers: when columns are missing or numbers are out of range.
    """
    customers = pd.read_csv(path, usecols=COLUMNS)
    validate(customers)
    log.info("read %d customers", len(customers))
    return customers


def validate(customers: pd.DataFrame) -> None:
    """Refuse customers that cannot be true.

    Args:
        customers: one row for each customer.

    Raises:
        InvalidCustomers: when columns are missing or numbers are out of range.
    """
    missing = set(COLUMNS) - set(customers.columns)
    if missing:
        raise InvalidCustomers(f"columns are missing: {', '.join(sorted(missing))}")
    if (customers["tenure_months"] < 0).any() or (customers["spend"] < 0).any():
        raise InvalidCustomers("tenure and spend cannot be negative")


def customers_of_region(database: Path, region: str) -> pd.DataFrame:
    """Read the customers of one region.

    Args:
        database: a SQLite file.
        region: its name, as in the table.

    Returns:
        pd.DataFrame: one row for each customer.
    """
    with closing(sqlite3.connect(database)) as connection:
        return pd.read_sql_query("SELECT * FROM customers WHERE region = ?", connection, params=(region,))
