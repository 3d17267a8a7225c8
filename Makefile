# Two commands: `make demo` reads the sample packs, `make test` passes the tests.
# Each sets up what it needs in .venv first; needed before: Python 3.11 or newer (with venv) and make.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
USER = $(VENV)/.installed
DEVELOPER = $(VENV)/.developing
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint docs man release dist lock clean

demo: $(USER)
	$(BIN)/agendapack extract samples -o output
	@echo "Look at this page first:"
	@$(BIN)/agendapack overview output

test: $(DEVELOPER)
	$(BIN)/python -m pytest

lint: $(DEVELOPER)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --config-file tests/mypy.ini

# The documentation as pages in site/; a link that leads nowhere fails.
docs: $(DEVELOPER)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet -d site

# Manual pages made from the commands, in man/.
man: $(DEVELOPER)
	mkdir -p man
	$(BIN)/python -c "from click_man.core import write_man_pages as write; \
		from agendapack.extract.commands import agendapack; write('agendapack', agendapack, target_dir='man')"

# What is given out, in dist/: tests and checks first, then sdist, wheel, changelog and their checksums.
release: test lint docs dist

dist: $(DEVELOPER)
	rm -rf dist
	$(BIN)/hatchling build -d dist
	cp CHANGELOG.md dist/
	@$(BIN)/python -c "import hashlib, pathlib as p; files = sorted(p.Path('dist').iterdir()); \
		p.Path('dist/SHA256SUMS').write_bytes(''.join( \
		f'{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n' for f in files).encode())"
	@cat dist/SHA256SUMS

# What a user needs, at the versions of the lock file, each download checked against its hash.
$(USER): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name yours with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "Python has no venv here; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up $(VENV): about half a minute, once."
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps -e .
	@$(BIN)/python -m compileall -q cli.py extract schemas
	@touch $@

# The same and the tools of development, at versions that agree with it.
$(DEVELOPER): $(USER) requirements-dev.lock
	@echo "Adding the tools of development."
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Renew the lock files after a change of dependencies in pyproject.toml.
LOCK = $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" --python-version 3.11 --quiet
lock:
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(INSTALL) uv
	$(LOCK) --extra ocr -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist man site
