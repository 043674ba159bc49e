# One door for everything. The first target that needs the environment makes it: .venv, from uv.lock.
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
SYNCED := .venv/.synced
ENGINES := .venv/.engines
REAL := evals/gold/huqia-week-2022.txt

.DEFAULT_GOAL := help
.PHONY: help demo test test-engines check format-check lint types contracts gate wheel format bench bench-peers clean

help:  ## Show the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

demo: $(SYNCED)  ## Run the main job on a real article: by rules, then by a recorded language model
	@mkdir -p out
	@$(BIN)/extractor extract $(REAL) --model rules
	@echo
	@$(BIN)/extractor extract $(REAL) --model replay --report out/demo.html --out out
	@echo
	@$(BIN)/extractor eval evals/gold --only huqia-week-2022 --model rules --model replay
	@echo
	@echo "The record:  out/huqia-week-2022.json"
	@echo "The report:  out/demo.html (open it in a browser)"

test: $(SYNCED)  ## Run all tests that need the package index alone
	$(BIN)/pytest

test-engines: $(ENGINES)  ## Run the tests against real servers and a browser
	$(BIN)/pytest -m engines

check: format-check lint types contracts test gate wheel  ## Everything CI checks, without the engines

format-check: $(SYNCED)
	$(BIN)/ruff format --check .

lint: $(SYNCED)
	$(BIN)/ruff check .

types: $(SYNCED)
	$(BIN)/mypy

contracts: $(SYNCED)
	$(BIN)/lint-imports

gate: $(SYNCED)  ## Hold the pinned floors of the evals
	$(BIN)/extractor eval gate

wheel: $(SYNCED)  ## Build the wheel, install it into a clean environment, run the main job there
	$(BIN)/pytest -m wheel

format: $(SYNCED)  ## Format, and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(SYNCED)  ## Measure speed on this machine
	$(BIN)/python -m benchmarks

bench-peers: $(SYNCED)  ## Measure other clients beside ours; makes their environments under out/bench
	$(BIN)/python -m benchmarks.peers

clean:  ## Remove the environment and everything made
	rm -rf .venv out dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(SYNCED): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "figurebook needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv sync --quiet --locked --inexact
	@touch $@

$(ENGINES): $(SYNCED)
	@$(BIN)/uv sync --quiet --locked --inexact --group engines
	@touch $@
