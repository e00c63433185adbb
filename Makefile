# Two commands need nothing but python3 (3.11+) and make: `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)

# Byte-compiling every package costs half the time of a first start: Python does it as it imports,
# and keeps it, whatever was set around us: each of many processes would compile all again.
export PYTHONDONTWRITEBYTECODE :=
ifdef UV
  INSTALL := $(UV) pip install --quiet --python $(BIN)/python
else
  INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-compile
endif
# One process more than there are cores: tests in a browser often wait.
TESTS  := -n $(shell echo $$(( $$(nproc 2>/dev/null || echo 2) + 1 ))) --dist loadfile --no-loadscope-reorder
LOCKED := --require-hashes --no-deps -r

.PHONY: help run test test-postgres check lint types layers format bench wheel-test lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

run: $(VENV)/.ready ## Start the app
	@$(BIN)/themewatch run

test: $(VENV)/.ready-dev ## Run the tests
	$(BIN)/python -m pytest $(TESTS)

test-postgres: $(VENV)/.ready-dev ## Run the tests on PostgreSQL
	THEMEWATCH_TEST_DATABASE=postgresql $(BIN)/python -m pytest $(TESTS)

check: lint types layers test ## Everything that must be green

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

layers: $(VENV)/.ready-dev
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev ## Lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.ready-dev ## Measure speed and memory, each beside a peer in the same run
	$(BIN)/python -m benchmarks

wheel-test: $(VENV)/.ready-dev ## Build the wheel and run the tests against it, away from src/
	rm -rf build/wheel build/elsewhere && mkdir -p build/wheel build/elsewhere
	$(BIN)/python -m hatchling build -t wheel -d build/wheel
	$(PYTHON) -m venv --clear build/venv
	$(subst $(BIN),build/venv/bin,$(INSTALL)) $(LOCKED) requirements-dev.lock
	$(subst $(BIN),build/venv/bin,$(INSTALL)) --no-deps build/wheel/*.whl
	cp -R $(filter-out src build,$(wildcard *)) .streamlit build/elsewhere/
	cd build/elsewhere && ../venv/bin/python -m pytest tests

lock: ## Choose the versions again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-emit-index-url --no-header --upgrade pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-emit-index-url --no-header --upgrade pyproject.toml --group dev \
	    -c requirements.lock -o requirements-dev.lock

clean: ## Remove what was built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "themewatch needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' \
	  || { echo "this Python cannot make virtual environments (on Debian: apt install python3-venv)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# The locks hold the build backend too (`--no-build-isolation`), so that nothing unpinned is fetched.
$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting themewatch up in $(VENV) (about a minute the first time) ..."
	@$(INSTALL) $(LOCKED) requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Setting themewatch up for development in $(VENV) (about two minutes the first time) ..."
	@$(INSTALL) $(LOCKED) requirements-dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.ready
