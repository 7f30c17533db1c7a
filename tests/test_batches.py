"""What `parse_batches` promises to every engine that calls it."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from conftest import LETTER, NOTICES, ROOT
from policydoc.archive.columns import ARROW, NESTED, TABLES, VERSION
from policydoc.archive.parsing import parsed

pa = pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow: pip install 'policydoc[arrow]'")

from policydoc.archive import arrow, batches  # noqa: E402  # they need pyarrow
from policydoc.archive.batches import parse_batches  # noqa: E402

DOCUMENTS = [
    ("2024/a.txt", LETTER.encode()),
    ("2024/b.txt", b""),
    ("2024/c.txt", LETTER.replace("驿站8个", "驿站18个").encode("gb18030")),
    ("2024/d.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("2024/e.md", "# 青岭县2025年供水计划\n\n一、新建水厂2座。\n".encode()),
    ("2024/f.txt", None),
    ("2024/a.txt", LETTER.encode()),
]


def batch(documents, content=None):
    """A record batch of some documents."""
    names, contents = [name for name, _ in documents], [each for _, each in documents]
    return pa.RecordBatch.from_arrays([pa.array(names, pa.string()), pa.array(contents, content or pa.binary())], names=["name", "content"])


def table(given, **options):
    """All that comes out of some batches."""
    return pa.Table.from_batches(parse_batches(given, **options), schema=arrow.plans_schema())


@pytest.fixture(scope="module")
def whole():
    """The documents above in one batch."""
    return table([batch(DOCUMENTS)])


def test_row_for_row(whole):
    """One row for each document, in order; one bad document is one row with its error."""
    assert whole["name"].to_pylist() == [name for name, _ in DOCUMENTS]
    assert whole["status"].to_pylist() == ["read", "refused", "read", "refused", "read", "refused", "read"]
    assert [error is None for error in whole["error"].to_pylist()] == [status == "read" for status in whole["status"].to_pylist()]
    assert [plan is None for plan in whole["plan"].to_pylist()] == [status != "read" for status in whole["status"].to_pylist()]


def test_schema_is_fixed(whole):
    """Whatever the documents, the schema is the same, with its version; every batch is valid."""
    assert whole.schema.equals(arrow.plans_schema(), check_metadata=True)
    assert whole.schema.metadata == {arrow.TABLES_VERSION: VERSION.encode()}
    assert table([]).schema == table([batch([])]).schema == arrow.plans_schema()
    for each in parse_batches([batch(DOCUMENTS)]):
        each.validate(full=True)


def test_schema_is_published():
    """schemas/tables-1.0.json tells the columns of the batches and their types."""
    published = json.loads((ROOT / "schemas" / "tables-1.0.json").read_text(encoding="utf-8"))["parse_batches"]
    flat = [column for column in published["gives"] if column["name"] not in NESTED]

    assert [column["name"] for column in published["gives"]] == arrow.plans_schema().names
    assert [(column["type"], column["nullable"]) for column in flat] == [
        (str(arrow.plans_schema().field(column["name"]).type), arrow.plans_schema().field(column["name"]).nullable) for column in flat
    ]
    assert [(column["name"], column["type"]) for column in published["takes"]] == [("name", "string"), ("content", "binary")]


@pytest.mark.parametrize("kind", ARROW)
def test_types_are_told_as_arrow_spells_them(kind):
    """The names of the types in the published schema are Arrow's own."""
    assert str(arrow.arrow_type(kind)) == ARROW[kind]


@settings(max_examples=12, deadline=None)
@given(cuts=st.sets(st.integers(0, len(DOCUMENTS))), most=st.integers(1, 4))
def test_cuts_do_not_matter(whole, cuts, most):
    """The rows are the same however the documents are cut into batches, and however large the batches are that come out."""
    edges = [0, *sorted(cuts), len(DOCUMENTS)]
    given = [batch(DOCUMENTS[start:end]) for start, end in itertools.pairwise(edges)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "ROWS", most)
        found = list(parse_batches(given))

    assert all(0 < each.num_rows <= most for each in found)
    assert pa.Table.from_batches(found) == whole


def test_large_plans_end_a_batch(monkeypatch, whole):
    """A batch that has grown large is given before it grows larger."""
    monkeypatch.setattr(batches, "BYTES", 1)
    found = list(parse_batches([batch(DOCUMENTS)]))

    assert len(found) == 4  # three plans, each with what stands before it that has none, and the last
    assert pa.Table.from_batches(found) == whole


def test_pure(whole):
    """The same again gives the same bytes."""

    def written(found):
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, found.schema) as stream:
            stream.write_table(found.combine_chunks())
        return sink.getvalue().to_pybytes()

    assert written(table([batch(DOCUMENTS)])) == written(whole)


def test_streams():
    """A batch is parsed when it is asked for, not before: memory is that of one batch."""
    asked = []

    def source():
        for number in range(3):
            asked.append(number)
            yield batch(DOCUMENTS[:1])

    found = parse_batches(source())
    next(found)

    assert asked == [0]


@pytest.mark.parametrize("kind", ["large_binary", "binary_view"])
def test_any_binary(whole, kind):
    """Engines have binary columns of several kinds."""
    assert table([batch(DOCUMENTS, getattr(pa, kind)())]) == whole


def test_text_is_text():
    """A column of strings holds the texts themselves."""
    found = table([batch([("a", LETTER)], pa.large_string())])

    assert found["encoding"].to_pylist() == [None]
    assert found["target_count"].to_pylist() == table([batch([("a", LETTER.encode())])])["target_count"].to_pylist()


@pytest.mark.parametrize("missing", ["name", "content"])
def test_a_missing_column(missing):
    """A batch without one of the two columns is a mistake of the caller: it raises and says what to give."""
    with pytest.raises(policydoc.PolicydocError, match=f"no column {missing}: give the columns"):
        list(parse_batches([batch(DOCUMENTS).drop_columns([missing])]))


def test_no_name():
    """A document without a name is read."""
    assert table([batch([(None, LETTER.encode())])]).select(["name", "status"]).to_pylist() == [{"name": "", "status": "read"}]


def test_other_columns_do_not_matter(whole):
    """Further columns, in any order, are let through the door and stay there."""
    more = batch(DOCUMENTS).append_column("size", pa.array(range(len(DOCUMENTS)))).select(["size", "content", "name"])

    assert table([more]) == whole


def test_year_of_the_path():
    """The year may be that of the path."""
    found = table([batch([("1999/a.txt", LETTER.encode()), ("a.txt", LETTER.encode())])], year_from="path")

    assert found["year"].to_pylist() == [1999, 2024]


def test_unnested(whole):
    """Unnested, the batches are the tables that the rows make."""
    tables = arrow.unnested(whole)
    expected = [parsed(name, content) for name, content in DOCUMENTS]

    assert list(tables) == list(TABLES)
    for name, found in tables.items():
        assert found.schema.equals(arrow.schema(name), check_metadata=True)
        assert found.to_pylist() == [row for one in expected for row in one.tables[name]]
        assert found == arrow.arrow_table(name, [row for one in expected for row in one.tables[name]])


def test_unnested_slices(whole):
    """A slice of the batches unnests to the rows of its documents alone."""
    tables = arrow.unnested(whole.slice(2, 1))

    assert {name for found in tables.values() for name in found["name"].to_pylist()} == {"2024/c.txt"}


def test_plans_are_plans(whole):
    """The last column is the plan as `policydoc parse --compact` prints it."""
    plan = policydoc.Plan.model_validate_json(whole["plan"][0].as_py())

    assert plan == policydoc.parse(LETTER.encode(), name="a.txt")
    assert "\n" not in whole["plan"][0].as_py()


def test_corpus():
    """Any notice goes through: as many targets as its plan has."""
    found = table([batch([(notice.name, notice.path.read_bytes()) for notice in NOTICES[:8]])])

    assert found["target_count"].to_pylist() == [len(policydoc.parse(notice.path).targets) for notice in NOTICES[:8]]
    assert [len(rows) for rows in found["targets"].to_pylist()] == found["target_count"].to_pylist()
