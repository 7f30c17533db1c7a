# The two commands of the README, and what a change needs before it is committed.
ENGINES ?= build/engines
.PHONY: run test check docs schema goldens speed damage archive engines lock

run:
	python3 -m venv .venv && .venv/bin/pip install -c constraints.txt . && .venv/bin/policydoc parse corpus/001-yunze-livelihood-2024/notice.txt > plan.json

test:
	.venv/bin/pip install -c constraints.txt ".[test]" && .venv/bin/python -m pytest

# everything that CI does, from a clean copy
check:
	.ci/run

# docs/diagnostics.md, docs/cli.md, the tables of docs/model.md, docs/batch.md and docs/damage.md, schemas/tables-1.0.json
docs:
	.venv/bin/python scripts/build_docs.py && .venv/bin/python scripts/build_accuracy.py && .venv/bin/python scripts/build_tables.py && .venv/bin/python scripts/build_damage.py

schema:
	PYTHONPATH=src .venv/bin/python -m policydoc schema > schemas/plan-1.0.schema.json

# corpus/*/plan.json and corpus/SCORES.tsv: read the diff before you commit it
goldens:
	.venv/bin/python -m pytest -q tests/test_corpus.py --update

speed:
	.venv/bin/python benchmarks/speed.py

# how well damaged text is repaired: every kind of damage, calibration, false positives, cost; some minutes
damage:
	.venv/bin/python benchmarks/damage.py --write && .venv/bin/python scripts/build_damage.py

# what `policydoc batch` costs beyond its notices: 20,000 of them, ten minutes on two free cores
archive:
	.venv/bin/python benchmarks/archive.py

# Ray, Spark (Java 17), Daft, Polars and DuckDB over the same 2,000 notices, in an environment of their own; docs/batch.md has the result
engines:
	python3 -m venv $(ENGINES) && $(ENGINES)/bin/pip install -q -r benchmarks/engines/requirements.txt . && $(ENGINES)/bin/python scripts/run_engines.py --write && $(ENGINES)/bin/python scripts/kill_ray.py

# needs uv; both files are for Python 3.11 and later on every system
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --upgrade -o requirements.lock
	(echo '# The versions that the tests run with. Made by `make lock`; hashes are in requirements.lock.' && uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --quiet --upgrade | grep -v '^policydoc') > constraints.txt
