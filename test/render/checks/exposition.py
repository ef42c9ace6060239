"""Reads an exposition from stdin with the parsers of prometheus_client; writes what each found, as JSON."""

import json
import sys

from prometheus_client import parser as prometheus
from prometheus_client.openmetrics import parser as openmetrics

text = sys.stdin.buffer.read().decode("utf-8")


def families(read):
    return [
        {
            "name": family.name,
            "type": family.type,
            "unit": family.unit,
            "samples": [[sample.name, sample.labels, sample.value] for sample in family.samples],
        }
        for family in read(text)
    ]


json.dump(
    {
        "openmetrics": families(openmetrics.text_string_to_metric_families),
        "prometheus": families(prometheus.text_string_to_metric_families),
    },
    sys.stdout,
)
