"""Tests of the loading of customers."""

import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from churn.data import InvalidCustomers, customers_of_region, load_customers


def test_reads_what_was_written(tmp_path: Path, customers: pd.DataFrame) -> None:
    file = tmp_path / "customers.csv"
    customers.to_csv(file, index=False)
    assert load_customers(file)["spend"].tolist() == customers["spend"].tolist()


def test_refuses_a_negative_spend(tmp_path: Path, customers: pd.DataFrame) -> None:
    file = tmp_path / "customers.csv"
    customers.assign(spend=-1).to_csv(file, index=False)
    with pytest.raises(InvalidCustomers, match="negative"):
        load_customers(file)


def test_finds_a_region(tmp_path: Path, customers: pd.DataFrame) -> None:
    file = tmp_path / "customers.db"
    with sqlite3.connect(file) as connection:
        customers.to_sql("customers", connection)
    assert len(customers_of_region(file, "north")) == len(customers)
    assert customers_of_region(file, "north' OR 1=1 --").empty
