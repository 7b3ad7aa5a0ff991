# What a person types; .ci/run types the same. The environment is .venv, made once.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt
PACKAGES := store tui data
# What is compiled is kept, whatever the machine says: else each process compiles the house and its tests anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := run
.PHONY: run test test-all lint types contracts check bench torture pictures screens score fuzz bundle stick clean

run: .venv/run.stamp  ## open the program (ARGS="FILE" for a list or a notice)
	@$(BIN)/yaodian $(ARGS)

test: .venv/dev.stamp  ## the tests, within six minutes on two cores
	$(BIN)/python -m pytest -q -n 3 --dist worksteal -m "not slow"

test-all: .venv/dev.stamp  ## the tests and what takes longer
	$(BIN)/python -m pytest -q -n 3 --dist worksteal --hypothesis-profile=all

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: .venv/dev.stamp
	$(BIN)/mypy

contracts: .venv/dev.stamp
	$(BIN)/lint-imports

coverage: .venv/dev.stamp  ## what no test reaches, started programs included; fails below the floors
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -q -n 3 --dist worksteal -m "not slow"
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage json -q -o .coverage.json
	$(BIN)/python -m tests.house.coverage .coverage.json

check: lint types contracts test  ## all that must hold before a change lands

torture: .venv/dev.stamp  ## kill a writer and an exchange 3,000 times each; two writers without a lock 300 times
	$(BIN)/python -m tests.store.file.crash 3000
	$(BIN)/python -m tests.store.file.two_writers 300
	$(BIN)/python -m tests.store.exchange.crash 3000

score: .venv/run.stamp  ## the practice notices, as text and as pages, against what a person reads in them
	@$(PYTHON) ../shared/notices/score.py -- $(BIN)/yaodian
	@$(PYTHON) ../shared/notices/score.py --html -- $(BIN)/yaodian
	@$(BIN)/python -m tests.score ../shared/notices/practice

fuzz: .venv/dev.stamp  ## 20,000 mutated inputs for the readers
	$(BIN)/python -m tests.fuzz 20000

bench: .venv/dev.stamp  ## ratios to floors measured in the same run
	$(BIN)/python -m tests.bench

pictures: .venv/dev.stamp  ## docs/screens/*.svg, docs/*.png of the sheets, docs/paper/*.png of them in each format
	$(BIN)/python -m tests.pictures $(PARTS)

screens: .venv/dev.stamp  ## the pictures that the screens are held against, drawn anew after a change that is meant
	YAODIAN_NEW_PICTURES=1 $(BIN)/python -m pytest -q tests/tui/screen/test_pictures.py

bundle: .venv/dev.stamp  ## dist/yaodian-….pyz: the program as one file for any machine with Python 3.10
	$(BIN)/python -m bundle.build

stick: .venv/dev.stamp  ## dist/yaodian-stick: the one file with its launchers (PYTHONS=folder of interpreters)
	$(BIN)/python -m bundle.stick $(if $(PYTHONS),--pythons "$(PYTHONS)")

clean:
	rm -rf .venv

.venv/run.stamp: pyproject.toml .ci/constraints.txt
	@test -n "$(PYTHON)" || { echo "需要 Python 3.10 或更新的版本 (Python 3.10 or newer is needed)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) --editable .
	@touch $@

.venv/dev.stamp: .venv/run.stamp
	@$(PIP) --editable ".[dev]"
	@touch $@
