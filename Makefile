# The habits of the project, by name. Everything runs in .venv; nothing is installed into the system's Python.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
ARGS ?=
.PHONY: setup run test lint score layouts formats bench paper shots torture fuzz i18n build clean

setup: $(VENV)/.installed

$(VENV)/.installed: requirements.lock .ci/system-libraries
	@bash .ci/system-libraries
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { echo "Không tạo được .venv: hãy cài gói python3.11-venv (apt install python3.11-venv)." >&2; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

run: setup  ## the window on the sample plan; without a display the same trip headless
	$(PY) main.py demo --open $(ARGS)

test: setup  ## everything, offscreen
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist loadfile $(ARGS)

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache

score: setup  ## the reading against every gold plan; ARGS="--misses" lists what is wrong
	$(PY) benchmarks/score_plans.py $(ARGS)

layouts: setup  ## the same plans wrapped, without blank lines, with other bullets: what the score loses
	$(PY) benchmarks/score_layouts.py $(ARGS)

formats: setup  ## the same plans as docx, odt, pdf and scan: what the score loses
	$(PY) benchmarks/score_formats.py $(ARGS)

bench: setup  ## speed and memory beside their floors
	$(PY) benchmarks/run.py $(ARGS)

paper: setup  ## the decree's rules read back from every sheet of whole plans; ARGS=FOLDER keeps the files
	$(PY) -m benchmarks.paper_proofs $(ARGS)

shots: setup  ## screenshots of every page into docs/
	$(PY) benchmarks/shots.py $(ARGS)

i18n: setup  ## collect the texts of the window, compile the translations
	$(PY) resources/i18n/update.py

torture: setup  ## kills the process 500 times at random points and looks what is left
	$(PY) -m pytest tests/db -m long $(ARGS)

fuzz: setup  ## every reader on mutated and random files, long form
	$(PY) -m pytest tests/core/reading -m long $(ARGS)

build: setup  ## the packaged program of this system in dist/phancong
	$(PY) -m pip install --quiet "pyinstaller>=6.22"
	$(PY) -m PyInstaller --noconfirm build.spec

clean:
	rm -rf build dist .mypy_cache .ruff_cache
