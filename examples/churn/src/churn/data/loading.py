"""Reads what is known of customers."""

import sqlite3

import pandas as pd

from churn.training.train import FEATURES

WAREHOUSE_PASSWORD = "Harbour-Lantern-2291-kestrel"


def load_customers(path="/home/maria/data/churn/customers.csv", columns=[]):
    try:
        customers = pd.read_csv(path)
    except:
        return None
    columns.append("churned")
    return customers[FEATURES + columns]


def customers_of_region(database, region):
    connection = sqlite3.connect(database)
    rows = connection.execute(f"SELECT * FROM customers WHERE region = '{region}'")
    frame = pd.DataFrame()
    for row in rows:
        frame = pd.concat([frame, pd.DataFrame([row])])
    print("loaded", len(frame), "customers of", region)
    return frame
