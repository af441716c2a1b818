"""Failed runs are told: a structured line in a file, and a message to a webhook if one is set.

FANGZHI_ALERT_WEBHOOK is the address that gets the same JSON by POST.
"""

import json
import os
import urllib.request
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg

WEBHOOK = "FANGZHI_ALERT_WEBHOOK"
TIMEOUT = 10  # seconds


@dataclass(frozen=True)
class Alert:
    """One failed run: `text` is the sentence that chat webhooks show."""

    text: str
    job: str
    run_id: str
    steps: list[str]
    partitions: str
    failed_at: str


def alert_of(context: dg.RunFailureSensorContext) -> Alert:
    """What people need to know of the failed run."""
    run = context.dagster_run
    events = context.get_step_failure_events()
    why = [_why(event) for event in events] or [context.failure_event.message or ""]
    return Alert(
        text=f"{run.job_name} failed: {why[0].splitlines()[0]}",
        job=run.job_name,
        run_id=run.run_id,
        steps=[event.step_key or "" for event in events],
        partitions=_partitions(run.tags),
        failed_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _why(event: dg.DagsterEvent) -> str:
    """The sentence that the failing step gave, else the message of its error."""
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return data.user_failure_data.description
    error = data.error and (data.error.cause or data.error)
    return error.message.strip() if error else event.message or ""


def _partitions(tags: Mapping[str, str]) -> str:
    first = tags.get("dagster/asset_partition_range_start", tags.get("dagster/partition", ""))
    last = tags.get("dagster/asset_partition_range_end", first)
    return first if first == last else f"{first} … {last}"


def write_line(alert: Alert, file: Path) -> None:
    """Append the alert as one line of JSON."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(asdict(alert), ensure_ascii=False) + "\n")


def post(alert: Alert, address: str) -> None:
    """Send the alert to a webhook; raises OSError if that cannot be reached or refuses."""
    if not address.startswith(("http://", "https://")):
        raise ValueError(f"{WEBHOOK} is {address!r}; it must be an http or https address")
    request = urllib.request.Request(  # noqa: S310 (checked above)
        address,
        json.dumps(asdict(alert), ensure_ascii=False).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310
        pass


@dg.run_failure_sensor(
    name="alert_on_failure",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Writes a line to alerts.jsonl in Dagster's folder for every failed run, and posts "
    f"it to {WEBHOOK}.",
)
def alert_on_failure(context: dg.RunFailureSensorContext) -> None:
    """Tell of a failed run; a webhook that is down is logged and hides nothing."""
    alert = alert_of(context)
    write_line(alert, Path(context.instance.root_directory) / "alerts.jsonl")
    address = os.environ.get(WEBHOOK)
    if not address:
        return
    try:
        post(alert, address)
    except (OSError, ValueError) as failure:
        context.log.warning(f"The alert was not posted to {WEBHOOK}: {failure}")
