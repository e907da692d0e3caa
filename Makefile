# Two commands set up everything: `make run` and `make test`. Each works alone and again at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# make run PORT=8600 chooses the port; without it the first free one from 8501 is taken.
PORT ?=

.PHONY: run test test-all proxy data plotly pictures benchmarks mutants fuzz hostile lock audit clean

run: $(VENV)/run.stamp
	$(BIN)/aidatlas serve seeds $(if $(PORT),--port $(PORT))

test: $(VENV)/test.stamp
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/run_all.py

# The slow tests too, which ask of every page and language what `make test` asks of two pages, and for details of pages.
test-all: $(VENV)/test.stamp
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/run_all.py --all

# The dashboard behind an nginx of this machine (Debian: nginx-light) with the words of docs/serving.md; skipped without one.
proxy: $(VENV)/test.stamp
	$(BIN)/python -m pytest -rs tests/test_proxy.py

# Rebuild the computed tables, the boundaries, the populations, the places and the Chinese words from their sources and compare them with what is stored.
data: $(VENV)/run.stamp
	$(BIN)/python data/build_countries.py
	$(BIN)/python data/build_tiles.py
	$(BIN)/python data/boundaries/build.py
	$(BIN)/python data/build_population.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement data/names/requirements.txt
	$(BIN)/python data/names/build_places.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement geo/languages/zh/requirements.txt
	$(BIN)/python geo/languages/zh/build_words.py

# Pack Plotly for the browser again, of the versions that dashboard/bundle names; needs Node.js and the network.
plotly:
	cd dashboard/bundle && npm ci --ignore-scripts && npm run build && rm -rf node_modules

# The pictures of the README, made from the running dashboard and from what an editor hands on.
pictures: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks.pictures docs/pictures
	$(BIN)/python -m benchmarks.showcase docs/pictures --only map-en-web regions-zh-web timeline-en-web dots-en-web

benchmarks: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks.rerun
	$(BIN)/python -m benchmarks.first_load
	$(BIN)/python -m benchmarks.draw
	$(BIN)/python -m benchmarks.recognition

# Change the rooms that read language, one expression at a time, and tell which of these changes no test notices: a random
# sample of 300, or all of a module: make mutants MUTANTS="geo.attachment.pairs.*". More in benchmarks/mutants.py.
MUTANTS ?=

mutants: $(VENV)/test.stamp
	$(INSTALL) ".[test,mutants]"
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m benchmarks.mutants $(MUTANTS)

# Texts and files that nobody wrote, another lot at each run: what breaks or is slow is said. make fuzz MINUTES=30 SEED=7
MINUTES ?= 30
SEED ?=

fuzz: $(VENV)/test.stamp
	$(BIN)/python -m tests.run_fuzz $(MINUTES) $(SEED)

# Hundreds of kinds of hostile and odd files, each read by itself within limits and all at once; about twenty minutes on two processors.
# Names read these alone: make hostile KINDS="pdf-bomb zip-as-42"
KINDS ?=

hostile: $(VENV)/test.stamp
	$(BIN)/python -m tests.hostile $(KINDS)

# Python compiles the few modules that are used when they are first used; to compile all would take longer than to install.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable

$(VENV)/run.stamp: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) .
	touch $@

# What the tests need holds what the dashboard needs: after this `make run` installs nothing.
# The versions are those of requirements.lock, each file known by its hash, where it fits this Python.
$(VENV)/test.stamp: pyproject.toml requirements.lock tests/find_browser.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python tests/locking.py
	$(INSTALL) ".[test]"
	$(BIN)/python tests/find_browser.py --install
	touch $(VENV)/run.stamp $@

# Choose the versions of requirements.lock anew; after a change of what pyproject.toml asks for. Needs the network.
lock: $(VENV)/tools.stamp
	$(VENV)/tools/bin/python tests/locking.py --write

# Look the installed packages up among those with known security faults. Needs the network, and is no part of `make test`.
audit: $(VENV)/test.stamp $(VENV)/tools.stamp
	$(VENV)/tools/bin/python tests/auditing.py $(BIN)/python

# Tools that ask registries: in an environment of their own, so that what is audited is what is used.
$(VENV)/tools.stamp:
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m venv $(VENV)/tools
	$(VENV)/tools/bin/python -m pip install --quiet --disable-pip-version-check uv pip-audit
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache mutants dist
