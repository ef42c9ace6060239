"""Six figures for 2021-Q1 with pandas. One row is taken as one order; nothing is verified."""

import json
import sys

import pandas as pd

BEFORE, START, STOP = (pd.Timestamp(day) for day in ("2020-10-01", "2021-01-01", "2021-04-01"))

orders = pd.read_csv(
    sys.argv[1],
    usecols=["customer_id", "ordered_at", "amount"],
    dtype={"customer_id": "str", "amount": "float64"},
    parse_dates=["ordered_at"],
    date_format="%Y-%m-%d %H:%M:%S",
)
orders = orders[orders["ordered_at"] < STOP]
in_period = orders[orders["ordered_at"] >= START]
in_previous = orders[(orders["ordered_at"] >= BEFORE) & (orders["ordered_at"] < START)]
active = in_period["customer_id"].drop_duplicates()
at_start = in_previous["customer_id"].drop_duplicates()
retained = int(at_start.isin(active).sum())
orders_each = orders["customer_id"].value_counts(sort=False)
repeat = int((orders_each >= 2).sum())
revenue = float(in_period["amount"].sum())


def figure(id, value, numerator=None, denominator=None):
    return {"id": id, "value": value, "numerator": numerator, "denominator": denominator}


figures = [
    figure("orders", len(in_period)),
    figure("revenue", round(revenue, 2)),
    figure("active_customers", len(active)),
    figure("retention_rate", retained / len(at_start), retained, len(at_start)),
    figure("repurchase_rate", repeat / len(orders_each), repeat, len(orders_each)),
    figure("average_order_value", revenue / len(in_period)),
]
print(json.dumps({"figures": figures}))
