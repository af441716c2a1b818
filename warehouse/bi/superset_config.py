"""Settings of the Superset that `make test-bi` starts; nothing of it is meant to be served."""

import os

SECRET_KEY = "signs the sessions of one test run"  # noqa: S105
SQLALCHEMY_DATABASE_URI = f"sqlite:///{os.environ['SUPERSET_HOME']}/superset.db"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
PREVENT_UNSAFE_DB_CONNECTIONS = False
