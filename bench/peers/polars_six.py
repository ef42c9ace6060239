"""Six figures for 2021-Q1 with lazy polars. One row is taken as one order; nothing is verified."""

import json
import sys
from datetime import datetime

import polars as pl

BEFORE, START, STOP = datetime(2020, 10, 1), datetime(2021, 1, 1), datetime(2021, 4, 1)

at = pl.col("ordered_at")
in_period = at >= START
in_previous = (at >= BEFORE) & (at < START)
customers = (
    pl.scan_csv(
        sys.argv[1],
        schema_overrides={"customer_id": pl.String, "ordered_at": pl.Datetime, "amount": pl.Float64},
    )
    .filter(at < STOP)
    .group_by("customer_id")
    .agg(
        pl.len().alias("orders"),
        in_period.sum().alias("orders_in_period"),
        pl.col("amount").filter(in_period).sum().alias("revenue"),
        in_previous.any().alias("at_start"),
    )
)
active = pl.col("orders_in_period") > 0
total = (
    customers.select(
        pl.col("orders_in_period").sum().alias("orders"),
        pl.col("revenue").sum(),
        active.sum().alias("active"),
        pl.col("at_start").sum(),
        (pl.col("at_start") & active).sum().alias("retained"),
        pl.len().alias("customers"),
        (pl.col("orders") >= 2).sum().alias("repeat"),
    )
    .collect()
    .row(0, named=True)
)


def figure(id, value, numerator=None, denominator=None):
    return {"id": id, "value": value, "numerator": numerator, "denominator": denominator}


figures = [
    figure("orders", total["orders"]),
    figure("revenue", round(total["revenue"], 2)),
    figure("active_customers", total["active"]),
    figure("retention_rate", total["retained"] / total["at_start"], total["retained"], total["at_start"]),
    figure("repurchase_rate", total["repeat"] / total["customers"], total["repeat"], total["customers"]),
    figure("average_order_value", total["revenue"] / total["orders"]),
]
print(json.dumps({"figures": figures}))
