"""Where customers come from."""

from churn.data.loading import COLUMNS, InvalidCustomers, customers_of_region, load_customers

__all__ = ["COLUMNS", "InvalidCustomers", "customers_of_region", "load_customers"]
