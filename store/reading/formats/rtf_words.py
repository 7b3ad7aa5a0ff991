"""The control words of RTF that the reader knows by name."""

NOT_TEXT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "footnote",
        "annotation",
        "atnid",
        "atnauthor",
        "xe",
        "tc",
        "fldinst",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "shprslt",
        "nonesttables",
        "template",
        "filetbl",
        "private",
        "sn",
        "sv",
        "bkmkstart",
        "bkmkend",
    ]
)
"""What begins a group that holds pictures, definitions, notes or page heads, and no text of the body."""
TEXT_THOUGH_MARKED = frozenset(
    ["shpinst", "shptxt", "nesttableprops", "listtext", "pntext", "shp", "fldrslt"]
)
"""What begins a group that older readers are told to skip and that holds text."""
SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
"""Signs by their names."""
ESCAPED = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}
"""Signs by the sign that stands for them behind a backslash."""
