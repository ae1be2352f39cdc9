# On Windows, without make: py installer\first_run.py, py installer\prepare.py test (see README.md).

PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done || echo python3)
BIN := .venv/bin
PYTEST_WORKERS ?= 2
FAULTS ?= 2000

export PYTHONUTF8 := 1

.PHONY: run test faults lint lint-ready style types layers bench screenshots pins clean
.DEFAULT_GOAL := run

run: ## prepare, make the demonstration commune and its booklet, open the window
	@$(PYTHON) installer/first_run.py

test: ## every test, without a display
	@$(PYTHON) installer/prepare.py test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(PYTEST_WORKERS) $(PYTEST)

faults: ## kill, fill, flip and forge much more than the tests do (FAULTS=2000 kills)
	@$(PYTHON) installer/prepare.py test
	@FAULTS=$(FAULTS) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n $(PYTEST_WORKERS) -o faulthandler_timeout=3600 tests/faults $(PYTEST)

lint: style types layers

lint-ready:
	@$(PYTHON) installer/prepare.py lint

style: lint-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: lint-ready
	$(BIN)/mypy

layers: lint-ready ## who may import whom
	$(BIN)/lint-imports

bench: ## each benchmark beside its reference
	@$(PYTHON) installer/prepare.py bench
	@QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/run.py $(BENCH)

screenshots: ## pictures of every page and of the booklet, into docs/pictures
	@$(PYTHON) installer/prepare.py test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/make_pictures.py

pins: ## write requirements/*.txt again from pyproject.toml (needs uv)
	@$(PYTHON) installer/pins.py $(PINS)

clean: ## remove what can be made again, .venv included
	@$(PYTHON) -c "import sys; sys.path.insert(0, 'installer'); import prepare; prepare.clean()"
