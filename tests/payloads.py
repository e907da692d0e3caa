"""Sixty texts that are written to be obeyed: by a browser, Markdown, LaTeX, Plotly, a style sheet, a spreadsheet, a terminal.

Each ends in a number of its own ("p07x"), by which it is found where it is shown. What it would fetch is called aa-probe, and
lies at probe.example or beside the page.
"""

from collections.abc import Iterator, Mapping, Sequence

_KINDS: Mapping[str, Sequence[str]] = {
    "script": (
        "<script>alert(1)</script>",
        "<script src=aa-probe.js></script>",
        "</title><script>alert(1)</script>",
        "<sCrIpT/x>alert`1`</sCrIpT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
    ),
    "handler": (
        "<img src=aa-probe onerror=alert(1)>",
        "<b onmouseover=alert(1)>over</b>",
        '"><input autofocus onfocus=alert(1) x="',
        "' onclick='alert(1)",
        "<details open ontoggle=alert(1)>",
        "<body onload=alert(1)>",
    ),
    "svg": (
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text y=20>x</text></a></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    ),
    "markdown": (
        "[click](javascript:alert(1))",
        "![](https://probe.example/aa-probe.png)",
        "[x](https://probe.example/aa-probe)",
        "https://probe.example/aa-probe",
        "# heading **bold** `code` ~~gone~~",
        "| a | b |",
        ":red[alarm] :material/delete: :smile:",
    ),
    "latex": (
        r"$\href{javascript:alert(1)}{x}$",
        r"$$\frac{1}{0}$$",
        r"\(\unicode{x58}\)",
        r"$\def\x{\x\x}\x$",
    ),
    "plotly": (
        '<span style="fill:url(https://probe.example/aa-probe)">x</span>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="https://probe.example/aa-probe" target="_blank">x</a>',
        "<br><br><br><sup>up</sup><b>bold</b>",
        "%{customdata[0]} %{location}<extra></extra>",
    ),
    "style": (
        "<style>*{display:none}</style>",
        "<p style='position:fixed;inset:0;background:red'>over all",
        "</style><link rel=stylesheet href=aa-probe.css>",
        "}*{background:url(https://probe.example/aa-probe)}",
    ),
    "frame": (
        "<iframe src=https://probe.example/aa-probe></iframe>",
        "<object data=aa-probe></object><embed src=aa-probe>",
        "<form action=https://probe.example/aa-probe><button>go</button></form>",
        "<meta http-equiv=refresh content='0;url=https://probe.example/aa-probe'>",
        "<base href=https://probe.example/>",
    ),
    "unseen": (
        "\u202egnp.exe",
        "\u2066\u2067\u2068turned\u2069",
        "zero\u200bwidth\u200c\u200d\ufeff",
        "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306" * 4,
        "\u0645\u0631\u062d\u0628\u0627 left right \u05e9\u05dc\u05d5\u05dd",
    ),
    "long": ("x" * 5000, "W" * 400, "长" * 1200),
    "control": ("nul\x00byte", "\x1b[31mred\x07", "a\rb\x0bc\x0cd\x85e\u2028f"),
    "formula": ('=HYPERLINK("https://probe.example/aa-probe")', "+1+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", "\t=1+1"),
    "template": ("{{7*7}} ${7*7} #{7*7}", "{count} {names} %s %(x)s", "<%= 7*7 %> {% raw %}", "__proto__ constructor"),
}
PAYLOADS: tuple[str, ...] = tuple(
    f"{text} p{number:02d}x" for number, text in enumerate(text for texts in _KINDS.values() for text in texts)
)


def choose_third(third: int) -> Iterator[tuple[int, str]]:
    """Yield every third payload with its number, so that each third has some of each kind."""
    yield from ((number, text) for number, text in enumerate(PAYLOADS) if number % 3 == third)
