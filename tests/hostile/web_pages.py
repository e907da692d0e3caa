"""Web pages, feeds and rich texts."""

from tests.hostile.kinds import Kind, Wanted, of_file
from tests.hostile.tongues import DECLARED, PARAGRAPHS


def _declared(language: str, encoding: str, said: str) -> Kind:
    text = PARAGRAPHS[language]
    page = f'<html><head><meta charset="{said}"><title>{encoding}</title></head><body><p>{text}</p><p>{encoding} {said}</p></body></html>'
    content = page.encode(encoding)
    return of_file(f"page-{language}-{encoding}-as-{said[:20]}", "page.html", lambda _: content, "text", (text[:20],))


def _page(name: str, start: str, end: str = "", wanted: Wanted = "text", *, slow: bool = False) -> Kind:
    return of_file(f"page-{name}", "page.html", lambda s: (start + s + end).encode(), wanted, slow=slow, never=_NEVER)


_NEVER = ("alert(", "<p", "root:x:", "color:red")
_OPEN = "<html><head><title>Aid</title></head><body>"
_ATTRIBUTES = " ".join(f'a{number}="{number}"' for number in range(300_000))
_PAGES = (
    _page("plain", f"{_OPEN}<p>", "</p></body></html>"),
    _page("unclosed", f"{_OPEN}<div><p><b><i><td><li>", ""),
    _page("deep", f"{_OPEN}<p>", "</p>" + "<div>" * 100_000, "either"),
    _page("deep-before", _OPEN + "<div>" * 100_000 + "<p>", "</p>", "either"),
    _page("deep-lists", _OPEN + "<ul><li>" * 5_000 + "<p>", "</p>", "either"),
    _page("attributes", f"{_OPEN}<p {_ATTRIBUTES}>", "</p>", "either", slow=True),
    _page(
        "meta-tags", "<html><head>" + '<meta name="a" content="b">' * 5_000 + "</head><body><p>", "</p></body></html>"
    ),
    _page("scripts-between", f"{_OPEN}<script>alert('x')</script><style>p{{color:red}}</style><p>", "</p>"),
    _page("entities", f"{_OPEN}<p>&nbsp;&#0;&#x110000;&bogus;&#xD800;&amp;", "</p>"),
    _page("comments", f"{_OPEN}<!-- <p>alert(1)</p> --><!--><p>", "</p>"),
    _page("cdata", f"{_OPEN}<![CDATA[ x ]]><p>", "</p>"),
    _page("nuls", f"{_OPEN}<p>\0", "\0</p>"),
    _page("base-elsewhere", '<html><head><base href="http://127.0.0.1:9/"></head><body><img src="x"><p>', "</p>"),
    _page("table-without-end", f"{_OPEN}<p>", "</p><table>" + "<tr><td>1<td>2" * 20_000, "either"),
    _page(
        "spans-of-a-table",
        f"{_OPEN}<p>",
        '</p><table><tr><td colspan="100000" rowspan="100000">1</td></tr><tr><td>2</td></tr></table>',
    ),
    _page("a-million-links", f"{_OPEN}<p>", "</p>" + "<a href=x>y</a>" * 200_000, "either", slow=True),
    _page(
        "xhtml-with-a-dtd",
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;',
        "</p></body></html>",
        "either",
    ),
    _page("svg-and-math", f"{_OPEN}<svg><script>alert(1)</script></svg><p>", "</p>"),
    _page("template", f"{_OPEN}<noscript>on</noscript><p>", "</p>"),
    of_file(
        "page-scripts-alone",
        "page.html",
        lambda _: b"<html><script>alert('masks')</script></html>",
        "line",
        never=_NEVER,
    ),
    of_file(
        "page-frames-alone", "page.html", lambda _: b'<html><frameset><frame src="a.html"></frameset></html>', "line"
    ),
    of_file("page-empty", "page.html", lambda _: b"<html><body></body></html>", "line"),
    of_file(
        "page-as-text",
        "page.txt",
        lambda s: f"<!DOCTYPE html>{_OPEN}<p>{s}</p></body></html>".encode(),
        "text",
        never=_NEVER,
    ),
    of_file(
        "page-as-pdf",
        "page.pdf",
        lambda s: f"<!DOCTYPE html>{_OPEN}<p>{s}</p></body></html>".encode(),
        "either",
        never=_NEVER,
    ),
    of_file(
        "page-as-xls",
        "page.xls",
        lambda s: f"<html><table><tr><td>{s}</td></tr></table></html>".encode(),
        "either",
        never=("<td",),
    ),
    of_file(
        "page-as-doc", "page.doc", lambda s: f"<html><body><p>{s}</p></body></html>".encode(), "either", never=_NEVER
    ),
    of_file(
        "page-mht",
        "page.mht",
        lambda s: f"MIME-Version: 1.0\nContent-Type: text/html\n\n{_OPEN}<p>{s}</p>".encode(),
        "either",
        never=_NEVER,
    ),
)

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_RSS = "<rss version='2.0'><channel><title>Aid</title><item><title>Masks</title><description>{}</description></item></channel></rss>"
_FEEDS = (
    of_file("feed-plain", "feed.xml", lambda s: f"<?xml version='1.0'?>{_RSS.format(s)}".encode(), "text"),
    of_file(
        "feed-laughs",
        "feed.xml",
        lambda s: f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>{_RSS.format(s + "&l9;")}'.encode(),
        "either",
        never=("haha",),
    ),
    of_file(
        "feed-reads-files",
        "feed.xml",
        lambda s: f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>{_RSS.format(s + "&f;")}'.encode(),
        "either",
        never=("root:x:",),
    ),
    of_file("feed-deep", "feed.xml", lambda s: (_RSS.format(s) + "<a>" * 100_000).encode(), "either"),
    of_file("xml-unknown", "page.xml", lambda _: b"<?xml version='1.0'?><a><b>1</b></a>", "line"),
    of_file("xml-torn", "feed.xml", lambda s: _RSS.format(s)[:-30].encode(), "either"),
)

_RTF = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator x;}\pard "
_RICH = (
    of_file("rtf-plain", "note.rtf", lambda s: f"{_RTF}{s}\\par}}".encode(), "text"),
    of_file(
        "rtf-unicode",
        "note.rtf",
        lambda s: (_RTF + "".join(f"\\u{ord(c)}?" for c in "中国") + f" {s}\\par}}").encode(),
        "text",
        ("中国", "Serbia received 12 tonnes"),
    ),
    of_file(
        "rtf-picture",
        "note.rtf",
        lambda s: f"{_RTF}{{\\pict\\pngblip {'89504e47' * 200_000}}}{s}\\par}}".encode(),
        "text",
        never=("89504e47",),
    ),
    of_file("rtf-torn", "note.rtf", lambda s: f"{_RTF}{s}\\par {{\\b torn".encode(), "either"),
    of_file("rtf-deep", "note.rtf", lambda s: (_RTF + s + "{" * 100_000).encode(), "either"),
    of_file(
        "rtf-bin",
        "note.rtf",
        lambda s: f"{_RTF}{{\\object\\bin9 ".encode() + b"\0{}\\\xff{{{{" + f"}}{s}\\par}}".encode(),
        "either",
    ),
    of_file("rtf-as-doc", "note.doc", lambda s: f"{_RTF}{s}\\par}}".encode(), "text"),
    of_file("rtf-as-text", "note.txt", lambda s: f"{_RTF}{s}\\par}}".encode(), "text", never=("\\par", "fonttbl")),
)

WEB_PAGES = (*(_declared(*row) for row in DECLARED), *_PAGES, *_FEEDS, *_RICH)
