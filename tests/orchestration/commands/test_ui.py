"""`fangzhi ui`: what it starts, and that it refuses a port that is taken."""

import signal
import socket
import subprocess
import sys

import pytest

from orchestration.commands.ui import HOST, dagster_command, environment, require_free, stop
from warehouse.errors import SettingsError
from warehouse.settings import Settings


def test_listens_on_this_machine_only():
    command = dagster_command(3456)
    assert command[command.index("-h") + 1] == HOST == "127.0.0.1"


def test_a_port_that_is_taken_is_refused():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(SettingsError, match="--port"):
            require_free(taken.getsockname()[1])


def test_runs_see_the_settings_of_the_command(tmp_path):
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "wh", executor="local[3]")
    seen = environment(settings, tmp_path / "home")
    assert seen["FANGZHI_RAW"] == str(settings.raw)
    assert seen["FANGZHI_WAREHOUSE"] == str(settings.warehouse)
    assert seen["FANGZHI_EXECUTOR"] == "local[3]"
    assert seen["DAGSTER_HOME"] == str(tmp_path / "home")


@pytest.mark.parametrize("obeys", [True, False])
def test_services_are_stopped_whether_they_obey_or_not(monkeypatch, obeys):
    # Time decides nothing: who obeys is given all he needs, who does not would never stop.
    monkeypatch.setattr("orchestration.commands.ui.PATIENCE", 60 if obeys else 0.2)
    ignore = "" if obeys else "signal.signal(signal.SIGINT, signal.SIG_IGN); "
    script = f"import signal, sys, time; {ignore}print('up', flush=True); time.sleep(600)"
    with subprocess.Popen(
        [sys.executable, "-c", script],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as services:
        assert services.stdout
        services.stdout.readline()
        stop(services)
    assert services.returncode in ({1, -signal.SIGINT} if obeys else {-signal.SIGKILL})
