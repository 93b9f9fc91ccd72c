# Groundwire: the names below are the ones CI and the docs call.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_NO_INPUT = 1

.PHONY: demo test check eval bench docs lock clean

$(STAMPS)/venv:
	@mkdir -p $(STAMPS)
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Groundwire needs $(PYTHON). Install Python 3.11, or name another: make demo PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(STAMPS)/run: $(STAMPS)/venv requirements.lock pyproject.toml
	@echo "Installing the parts into $(VENV); once, a minute or more."
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(STAMPS)/dev: $(STAMPS)/run requirements-dev.lock
	@echo "Installing what the tests need into $(VENV); once, a minute or more."
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(STAMPS)/run
	@$(BIN)/python examples/demo.py

test: $(STAMPS)/dev
	$(BIN)/python -m pytest -n 2

check: $(STAMPS)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(STAMPS)/dev
	$(BIN)/python evals/run.py $(if $(DATA),--data $(DATA))

bench: $(STAMPS)/dev
	$(BIN)/python evals/bench.py $(if $(DATA),--data $(DATA))

docs: $(STAMPS)/dev
	$(BIN)/python docs/generate.py

# Locks hold versions and hashes, never the address of a registry.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml locks.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group dev -c requirements.lock pyproject.toml locks.in -o requirements-dev.lock

clean:
	rm -rf $(VENV) $(STAMPS) demo
