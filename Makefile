.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= $(shell scripts/find-python)
BIN := .venv/bin
FUZZ_SECONDS ?= 600
FUZZ ?=
DEMO := data/khanh_hoa/2025-09/bao_cao.yaml

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# One stamp for the environment: made anew when the dependencies change.
.venv/.ready: pyproject.toml scripts/setup-system
	@scripts/setup-system
	@test -n "$(PYTHON)" || { echo "Không tìm thấy Python 3.11 trở lên. Cài rồi chạy lại, hoặc chỉ rõ: make PYTHON=/duong/dan/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || \
		{ echo "Không tạo được môi trường ảo. Debian, Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

.PHONY: setup
setup: .venv/.ready ## Set up the virtual environment, fonts and Pango

.PHONY: demo
demo: .venv/.ready ## Render the report of Khánh Hòa for September 2025 to DOCX and PDF
	@$(BIN)/reportgen render $(DEMO) --output build/demo

.PHONY: test
test: lint types unit ## Everything that must pass: lint, types, tests

.PHONY: unit
unit: .venv/.ready ## The tests alone
	@$(BIN)/python -m pytest -n auto

.PHONY: lint
lint: .venv/.ready ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: .venv/.ready ## Check types (strict)
	@$(BIN)/mypy

.PHONY: format
format: .venv/.ready ## Format the code
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

.PHONY: bench
bench: .venv/.ready ## Measure speed side by side with pandoc, docxtpl, LibreOffice and WeasyPrint
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q reportgen
	@$(BIN)/python -m benchmarks $(BENCH)

.PHONY: fuzz
fuzz: .venv/.ready ## Fuzz the parsers for 10 minutes (FUZZ_SECONDS=…, FUZZ="docx xlsx"; fuzz/README.md)
	@$(BIN)/python -c 'import atheris' 2>/dev/null || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]' || true
	@FUZZ_SECONDS=$(FUZZ_SECONDS) fuzz/run $(FUZZ)

.PHONY: golden
golden: .venv/.ready ## Refresh the golden files from what the code does now; read the diff
	@$(BIN)/python -m pytest -n auto -q --golden-update

.PHONY: frame
frame: .venv/.ready ## Build templates/_khung/khung.docx anew from the decree's measures
	@$(BIN)/python scripts/build_frame.py

.PHONY: clean
clean: ## Remove the environment and everything that was built
	rm -rf .venv build dist
