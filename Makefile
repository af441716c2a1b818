# Everything happens in .venv, made from the lock; nothing installed by hand is needed.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
BROWSER := tests/browser/node_modules/.installed

.PHONY: setup run test test-ui test-pages test-operator bench ui lock test-bi

setup: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: setup
	$(BIN)/fangzhi build
	@echo 'Try: $(BIN)/fangzhi sql "from metric_facts select indicator, value, unit, sentence limit 5"'

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

# In a real browser: needs node, npm and a Chromium on the path.
test-ui: test-pages test-operator

test-pages: setup $(BROWSER)
	$(BIN)/python -m tests.browser.pages build/browser
	PAGES=build/browser node --test tests/browser/test_pages.mjs

test-operator: setup $(BROWSER)
	rm -rf build/operator
	WAREHOUSE=build/operator/warehouse PYTHON=$(BIN)/python node --test tests/browser/test_operator.mjs

$(BROWSER): tests/browser/package.json
	cd tests/browser && npm install --no-package-lock --no-audit --no-fund
	touch $@

bench: setup
	$(BIN)/python -m tests.bench

ui: setup
	$(BIN)/fangzhi ui

# A new lock of exact versions, from what pyproject.toml allows today.
lock:
	rm -rf .venv && $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m pip freeze --all --exclude-editable --exclude pip > requirements.lock

# Superset in an environment of its own (0.7 GB), over the sample; not part of `test`.
BI := .venv-bi
test-bi: setup
	test -x $(BI)/bin/python || $(PYTHON) -m venv $(BI)
	$(BI)/bin/python -m pip install --quiet --disable-pip-version-check -r warehouse/bi/requirements.txt
	$(BIN)/fangzhi build --warehouse $(BI)/warehouse
	rm -rf $(BI)/superset && mkdir $(BI)/superset
	export SUPERSET_HOME=$(CURDIR)/$(BI)/superset FLASK_APP=superset \
	    SUPERSET_CONFIG_PATH=$(CURDIR)/warehouse/bi/superset_config.py \
	    FANGZHI_WAREHOUSE=$(CURDIR)/$(BI)/warehouse \
	&& $(BI)/bin/superset db upgrade && $(BI)/bin/superset init \
	&& $(BI)/bin/superset fab create-admin --username admin --password admin \
	    --firstname A --lastname B --email admin@fangzhi.example \
	&& $(BI)/bin/python -m pytest --rootdir warehouse/bi -c /dev/null warehouse/bi/superset_check.py
