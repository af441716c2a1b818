"""A failed run is told: in a line on disk, and to a webhook that may be down."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import dagster as dg
import pytest

from orchestration.alerts import WEBHOOK, alert_on_failure


@dg.op
def falter() -> None:
    raise dg.Failure("metrics: the promise “spans” is broken by 3 rows")


@dg.job
def doomed() -> None:
    falter()


@pytest.fixture
def context(tmp_path) -> Iterator[dg.RunFailureSensorContext]:
    """The context of the sensor after a run failed."""
    with dg.instance_for_test(temp_dir=str(tmp_path)) as instance:
        result = doomed.execute_in_process(instance=instance, raise_on_error=False)
        event = next(event for event in result.all_events if event.is_run_failure)
        yield dg.build_run_status_sensor_context(
            sensor_name="alert_on_failure",
            dagster_instance=instance,
            dagster_run=result.dagster_run,
            dagster_event=event,
        ).for_run_failure()


@pytest.fixture
def webhook(monkeypatch) -> Iterator[list[dict]]:
    """What a local server was sent."""
    received: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name)
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv(WEBHOOK, f"http://127.0.0.1:{server.server_port}/")
    yield received
    server.shutdown()
    thread.join()
    server.server_close()


def lines(context: dg.RunFailureSensorContext) -> list[dict]:
    file = Path(context.instance.root_directory) / "alerts.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_failed_run_leaves_a_line(context, monkeypatch):
    monkeypatch.delenv(WEBHOOK, raising=False)
    alert_on_failure(context)
    (line,) = lines(context)
    assert line["text"] == "doomed failed: metrics: the promise “spans” is broken by 3 rows"
    assert line["steps"] == ["falter"]


def test_a_webhook_gets_the_same(context, webhook):
    alert_on_failure(context)
    assert webhook == lines(context)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "ftp://example.org/"])
def test_a_webhook_that_is_not_there_hides_nothing(context, monkeypatch, address):
    monkeypatch.setenv(WEBHOOK, address)
    alert_on_failure(context)
    assert len(lines(context)) == 1
