# What a newcomer needs: `make run` (build and serve) and `make test` (everything that must pass).
# Needs python3 (3.11 or later) with venv, git and make; everything else goes into .venv.

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
PYTEST_ARGS ?= -n auto

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
GRAPH := build/dumps/kgbuild.nq.gz
INPUTS := $(shell find kgbuild.toml src ontology shapes site data -type f ! -name '*.pyc' ! -name '* *' 2>/dev/null)

.PHONY: help run build serve test lint lock wheel golden clean distclean

help:
	@echo "make run     install, build the graph and serve it on http://$(HOST):$(PORT)/"
	@echo "make test    run every check: ruff, mypy, import contracts, tests"
	@echo "make lint    the checks without the tests"
	@echo "make golden  rewrite tests/golden/ (then read the diff)"
	@echo "make wheel   build dist/*.whl"
	@echo "make lock    pin the dependencies anew"
	@echo "make clean   remove build output and caches; make distclean also removes $(VENV)"

run: build
	@echo
	@echo "  Open http://$(HOST):$(PORT)/ (the site) or http://$(HOST):$(PORT)/sparql (queries). Ctrl-C stops it."
	@echo
	@$(BIN)/kgbuild serve --host $(HOST) --port $(PORT)

build: $(GRAPH)

# kgbuild publishes all of build/ at once or not at all, so one file stands for it.
$(GRAPH): $(VENV)/.installed $(INPUTS)
	$(BIN)/kgbuild build data/sources
	@touch -c $@

serve: run

test: lint
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

golden: $(VENV)/.tested
	$(BIN)/python -m pytest tests/golden --update-golden

# Without build isolation: the build backend is pinned like everything else.
wheel: $(VENV)/.installed
	rm -rf dist
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

# The lock files name packages, versions and hashes only, for Python 3.11 to 3.13 on any system.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-config --quiet
lock:
	@set -e; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(PYTHON) -m venv "$$tmp" && "$$tmp/bin/python" -m pip --quiet install uv; \
	PATH="$$tmp/bin:$$PATH"; \
	$(LOCK) --upgrade pyproject.toml --extra frames -o requirements.lock; \
	$(LOCK) --upgrade pyproject.toml --extra frames --extra test --extra browser -c requirements.lock -o requirements-test.lock; \
	$(LOCK) --upgrade --group build -c requirements-test.lock -o requirements-build.lock

# Stamps: a lock file or pyproject.toml that is newer than its stamp is installed again.
$(VENV)/.installed: pyproject.toml requirements.lock requirements-build.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "kgbuild needs Python 3.11 or later; $(PYTHON) is: $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Install one and say which, for example: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing into $(VENV) (pinned in requirements.lock) …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.lock
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)
