# One front door: `make run` and `make test` need Python 3.11 or later (with venv) and make, nothing else.
PYTHON ?= $(firstword $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done))
PORT ?= 8000
PY := .venv/bin/python

.PHONY: install run test check lock

install: .venv/gereed

.venv/gereed: requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 of hoger (met venv) is nodig." >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch .venv/gereed

run: install
	@exec env DEBUG=1 $(PY) manage.py demonstratie --poort $(PORT)

test: install
	$(PY) -m tests.alles

check: install
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djade --check $$(find templates -name '*.html')
	.venv/bin/mypy .
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check --deploy

# Needs uv (`pip install uv`). A lock with hashes and without addresses.
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
lock:
	$(LOCK) -o requirements.txt
	$(LOCK) --extra dev -o requirements-dev.txt
