"""Rows of documents and of figures: CSV, JSON, JSON Lines, Parquet."""

import io
import json
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from tests.hostile.kinds import Kind, Wanted, of_file
from tests.hostile.tongues import PARAGRAPHS

_ZH = PARAGRAPHS["zh"]
_ZH_START = ("中国政府昨日向塞尔维亚运送了十二吨口罩和防护服。",)


def _csv(name: str, start: str, end: str = "", wanted: Wanted = "text", encoding: str = "utf-8") -> Kind:
    return of_file(f"csv-{name}", "rows.csv", lambda s: (start + s + end).encode(encoding), wanted)


_CSV = (
    _csv("plain", 'id,text\n1,"', '"\n2,Italy received 3 tonnes of masks.\n'),
    _csv("quoted", 'id,text\n1,"', '"\n2,"Italy received 3 tonnes, ""again"", of masks."\n'),
    _csv("unclosed-quote", 'id,text\n1,"Italy received masks.\n2,Laos received masks.\n3,"', '"\n', "either"),
    _csv("sep-line", 'sep=,\nid,text\n1,"', '"\n'),
    _csv("semicolons", 'id;text\n1;"', '"\n2;"Italy received 3 tonnes of masks."\n'),
    _csv("tabs", "id\ttext\n1\t", "\n"),
    _csv("bars", "id|text\n1|", "\n", "either"),
    _csv("no-header", '1,2020-03-26,"', '"\n2,2020-03-27,"Italy received 3 tonnes of masks."\n', "either"),
    _csv("two-columns-of-one-name", 'id,text,text\n1,"', '","Italy received 3 tonnes of masks."\n', "either"),
    _csv("uneven-rows", 'id,text\n1\n2,"', '",more,still more\n\n,,,,,\n3,"Italy received masks."\n'),
    of_file("csv-header-alone", "rows.csv", lambda _: b"id,text\n", "line"),
    _csv("nuls", 'id,text\n1,"', '"\n2,"a\0b"\n', "either"),
    _csv("capitals", 'ID,Text\n1,"', '"\n'),
    _csv("utf-16", 'id,text\n1,"', '"\n', "text", "utf-16"),
    _csv("mark-of-order", 'id,text\n1,"', '"\n', "text", "utf-8-sig"),
    _csv("long-field", f'id,text,note\n1,"{"Aid. " * 40_000}","x"\n2,"', '","y"\n', "either"),
    _csv("quotes-by-the-thousand", f'id,text\n1,{chr(34) * 100_001}\n2,"', '"\n', "either"),
    _csv("formulas", "id,text\n=cmd|' /C calc'!A0,\"", '"\n'),
    of_file("csv-gb18030", "rows.csv", lambda _: f"id,text\n1,{_ZH}{_ZH}csv\n".encode("gb18030"), "text", _ZH_START),
    of_file(
        "csv-10000-columns",
        "rows.csv",
        lambda s: (",".join(f"c{n}" for n in range(10_000)) + f',text\n{"," * 10_000}"{s}"\n').encode(),
        "either",
    ),
    of_file("csv-header-of-1-mb", "rows.csv", lambda s: f'{"i" * 1_000_000},text\n1,"{s}"\n'.encode(), "either"),
    of_file(
        "csv-sparse-20-mb",
        "rows.csv",
        lambda s: f'id,text\n1,"{s}"\n'.encode() + b",\n" * 10_000_000,
        "either",
        slow=True,
    ),
    of_file("tsv", "rows.tsv", lambda s: f"id\ttext\n1\t{s}\n".encode(), "text"),
)


def _lines(name: str, *lines: str, wanted: Wanted = "text", encoding: str = "utf-8", slow: bool = False) -> Kind:
    """Return a kind of JSON Lines, in which TEXT is the sentence."""
    whole = "\n".join(lines)
    return of_file(
        f"jsonl-{name}", "rows.jsonl", lambda s: whole.replace("TEXT", s).encode(encoding), wanted, slow=slow
    )


_ROW = '{"id": 1, "text": "TEXT"}'
_DEEP = "[" * 100_000 + "]" * 100_000
_JSONL = (
    _lines("plain", _ROW),
    _lines("torn", _ROW, '{"id": 2, "text": "Ital', wanted="both"),
    _lines("torn-in-the-middle", '{"id": 2, "text": "Ital', _ROW, wanted="both"),
    _lines("deep", f'{{"id": 2, "text": "Italy received masks.", "x": {_DEEP}}}', _ROW, wanted="both"),
    _lines("huge-numbers", f'{{"id": {"9" * 5000}, "text": "TEXT"}}', wanted="either"),
    _lines("nan", '{"id": NaN, "text": "TEXT"}', wanted="either"),
    _lines("infinite", '{"id": 1e999, "text": "TEXT"}', wanted="either"),
    _lines(
        "text-a-number",
        '{"id": 2, "text": 12}',
        '{"id": 3, "text": null}',
        '{"id": 4}',
        "[1]",
        '"a"',
        "3",
        _ROW,
        wanted="both",
    ),
    _lines("lone-surrogate", '{"id": 1, "text": "\\ud800 TEXT"}'),
    _lines("nul-in-text", '{"id": 1, "text": "\\u0000 TEXT"}'),
    _lines("two-keys-of-one-name", '{"id": 1, "text": "Italy.", "text": "TEXT"}', wanted="either"),
    _lines("id-a-list", '{"id": [1, {"a": 2}], "text": "TEXT"}', wanted="either"),
    _lines("date-of-no-calendar", '{"id": 1, "published": "2020-02-31", "text": "TEXT"}'),
    _lines("date-beyond-all", '{"id": 1, "published": 99999999999999999999, "text": "TEXT"}'),
    _lines("address-of-a-script", '{"id": 1, "url": "javascript:alert(1)", "text": "TEXT"}'),
    _lines("utf-16", _ROW, encoding="utf-16"),
    _lines("row-of-30-mb", _ROW, f'{{"id": 2, "text": "{"Aid. " * 6_000_000}"}}', wanted="both", slow=True),
    of_file(
        "jsonl-gb18030",
        "rows.jsonl",
        lambda _: json.dumps({"text": f"{_ZH}{_ZH}jsonl"}, ensure_ascii=False).encode("gb18030"),
        "text",
        _ZH_START,
    ),
    of_file("json-plain", "rows.json", lambda s: json.dumps([{"title": "Aid", "text": s}]).encode(), "text"),
    of_file("json-deep", "rows.json", lambda _: _DEEP.encode(), "line"),
    of_file("json-deep-objects", "rows.json", lambda _: b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "line"),
    of_file("json-torn", "rows.json", lambda s: json.dumps([{"text": s}, {"text": s}]).encode()[:-20], "either"),
    of_file("json-a-number", "rows.json", lambda _: b"12", "line"),
    of_file("json-of-lines", "rows.json", lambda s: (json.dumps({"text": s}) + "\n").encode() * 2, "either"),
)


def _parquet(columns: Mapping[str, object]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()


def _odd_types(sentence: str) -> bytes:
    return _parquet(
        {
            "text": pa.array([sentence, None]).dictionary_encode(),
            "id": pa.array([b"\xff\x00", None], pa.binary()),
            "published": pa.array([{"year": 2020}, None]),
            "tags": pa.array([[["a"]], None]),
            "nothing": pa.nulls(2),
        }
    )


_PARQUET = (
    of_file("parquet-plain", "rows.parquet", lambda s: _parquet({"id": [1], "text": [s]}), "text"),
    of_file("parquet-odd-types", "rows.parquet", _odd_types, "either"),
    of_file(
        "parquet-binary-text",
        "rows.parquet",
        lambda s: _parquet({"text": pa.array([s.encode()], pa.binary())}),
        "either",
    ),
    of_file("parquet-torn", "rows.parquet", lambda s: _parquet({"text": [s]})[:-30], "line"),
    of_file(
        "parquet-torn-in-the-middle",
        "rows.parquet",
        lambda s: _parquet({"text": [s] * 9})[:40] + _parquet({"text": [s]})[60:],
        "line",
    ),
    of_file("parquet-without-text", "rows.parquet", lambda _: _parquet({"a": [1], "b": [2.5]}), "line"),
    of_file("parquet-without-rows", "rows.parquet", lambda _: _parquet({"text": pa.array([], pa.string())}), "either"),
    of_file("parquet-text-a-list", "rows.parquet", lambda s: _parquet({"text": [[s]]}), "either"),
    of_file(
        "parquet-a-million-equal-rows", "rows.parquet", lambda s: _parquet({"text": [s] * 1_000_000}), "text", slow=True
    ),
)

ROWS = (*_CSV, *_JSONL, *_PARQUET)
