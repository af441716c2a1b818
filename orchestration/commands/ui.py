"""`fangzhi ui`: the Dagster UI and its daemon over one warehouse, on this machine only."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import click

from orchestration.instance import dagster_home, dagster_instance
from orchestration.observation import observe
from orchestration.partitions import register
from warehouse.errors import SettingsError
from warehouse.settings import Settings
from warehouse.store import Store

HOST = "127.0.0.1"
# Dagster's services stop within this time, else they are killed.
PATIENCE = 20  # seconds


@click.command()
@click.argument("raw", required=False)
@click.option("--warehouse", metavar="DIR", help="Folder of the warehouse.")
@click.option("--executor", metavar="local[N]|dask://HOST:PORT", help="What derives the parts.")
@click.option("--port", default=3000, show_default=True, help="Port on 127.0.0.1.")
def ui(raw: str | None, warehouse: str | None, executor: str | None, port: int) -> None:
    """Start the Dagster UI over the documents in RAW; Ctrl-C stops it."""
    settings = Settings.resolve(raw, warehouse, executor)
    settings.require_raw()
    settings.require_writable()
    require_free(port)
    register_collections(settings)
    click.echo(f"Dagster is starting at http://{HOST}:{port} (Ctrl-C stops it)")
    sys.exit(serve(settings, port))


def register_collections(settings: Settings) -> None:
    """Make the folders that lie in the raw folder now partitions, so that they can be chosen."""
    store = Store(settings.warehouse)
    with dagster_instance(settings.warehouse) as instance:
        register(instance, observe(settings, store).parts)


def require_free(port: int) -> None:
    """Raises SettingsError if something listens at the port already."""
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise SettingsError(f"Port {port} is taken; choose another with --port")


def serve(settings: Settings, port: int) -> int:
    """Run the services until they are told to stop; 0 if they were, else their exit status."""
    home = dagster_home(settings.warehouse)
    services = subprocess.Popen(  # noqa: S603 (the command is ours)
        dagster_command(port),
        cwd=home,
        env=environment(settings, home),
        start_new_session=True,
        preexec_fn=_listen_to_interrupts,
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _interrupt)
    try:
        return services.wait()
    except KeyboardInterrupt:
        stop(services)
        return 0


def dagster_command(port: int) -> list[str]:
    """The command that starts UI, daemon and code server."""
    command = [sys.executable, "-W", "ignore", "-m", "dagster", "dev", "--log-level", "warning"]
    return [*command, "-m", "orchestration.definitions", "-h", HOST, "-p", str(port)]


def environment(settings: Settings, home: Path) -> dict[str, str]:
    """What the services and the runs that they start see of the settings."""
    return os.environ | {
        "DAGSTER_HOME": str(home),
        "FANGZHI_RAW": str(settings.raw),
        "FANGZHI_WAREHOUSE": str(settings.warehouse),
        "FANGZHI_EXECUTOR": settings.executor,
    }


def stop(services: subprocess.Popen) -> None:
    """Ask the services to stop, and kill what has not stopped in time."""
    services.send_signal(signal.SIGINT)
    try:
        services.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(services.pid, signal.SIGKILL)
        services.wait()


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _listen_to_interrupts() -> None:
    """A shell that starts a command in the background tells it to ignore Ctrl-C; undo that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
