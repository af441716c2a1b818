"""Superset imports the dashboard over a published warehouse, and every chart has rows.

Runs in the environment of `make test-bi`, with FANGZHI_WAREHOUSE naming the warehouse; Superset's
database was made by `superset db upgrade`, `superset init` and the user admin/admin.
"""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from superset.app import create_app

FOLDER = Path(__file__).parent / "superset"
CHARTS = ["Closed loops: share resolved", "地区生产总值 by place", "Numbers by period"]


@pytest.fixture(scope="module")
def client():
    return create_app().test_client()


@pytest.fixture(scope="module")
def headers(client) -> dict[str, str]:
    """Those of a user who has imported the dashboard."""
    login = {"username": "admin", "password": "admin", "provider": "db"}
    token = client.post("/api/v1/security/login", json=login).json["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    form = {"formData": (archive(), "dashboard.zip"), "overwrite": "true"}
    imported = client.post("/api/v1/dashboard/import/", headers=headers, data=form)
    assert imported.status_code == 200, imported.text
    return headers


def archive() -> io.BytesIO:
    """The exported files as Superset takes them, with the database that is to be read."""
    catalog = Path(os.environ["FANGZHI_WAREHOUSE"]).absolute() / "fangzhi.duckdb"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for file in sorted(FOLDER.rglob("*.yaml")):
            text = file.read_text("utf-8")
            text = text.replace("duckdb:///data/warehouse/fangzhi.duckdb", f"duckdb:///{catalog}")
            target.writestr(f"fangzhi/{file.relative_to(FOLDER)}", text)
    packed.seek(0)
    return packed


def test_columns_come_with_their_meaning(client, headers):
    datasets = client.get("/api/v1/dataset/", headers=headers).json["result"]
    names = {dataset["table_name"]: dataset["id"] for dataset in datasets}
    assert set(names) == {"closed_loops", "indicator_series", "metric_facts"}
    for number in names.values():
        columns = client.get(f"/api/v1/dataset/{number}", headers=headers).json["result"]["columns"]
        assert all(column["description"] for column in columns)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_rows(client, headers, name):
    charts = client.get("/api/v1/chart/", headers=headers).json["result"]
    (number,) = [chart["id"] for chart in charts if chart["slice_name"] == name]
    chart = client.get(f"/api/v1/chart/{number}", headers=headers).json["result"]
    # An import gives the dataset a number of its own; the stored query still has the exported one.
    query = json.loads(chart["query_context"])
    query["datasource"]["id"] = next(
        listed["datasource_id"] for listed in charts if listed["id"] == number
    )
    answer = client.post("/api/v1/chart/data", headers=headers, json=query)
    assert answer.status_code == 200, answer.text
    assert answer.json["result"][0]["rowcount"] > 0
