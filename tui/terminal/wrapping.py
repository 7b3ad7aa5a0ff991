"""Our line breaks in all that Rich and Textual draw or edit."""

from functools import lru_cache

from tui.terminal.breaking import break_offsets


def install() -> None:
    """Have Rich and Textual break all lines so: their own breakers move Han runs whole and let marks begin lines."""
    import rich.text
    import textual._wrap
    import textual.content
    from rich.cells import cell_len
    from textual.document import _wrapped_document as wrapped_document

    @lru_cache(maxsize=4096)
    def divide_line(text: str, width: int, fold: bool = True) -> list[int]:
        return break_offsets(text, max(1, width), cell_len)

    stock = textual._wrap.compute_wrap_offsets

    def compute_wrap_offsets(text: str, width: int, tab_size: int, fold: bool = True, precomputed_tab_sections: object = None) -> list[int]:
        if "\t" in text or width <= 0:
            return stock(text, width, tab_size, fold)
        return list(divide_line(text, width))

    for module, name, breaker in (
        (rich.text, "divide_line", divide_line),
        (textual.content, "divide_line", divide_line),
        (wrapped_document, "compute_wrap_offsets", compute_wrap_offsets),
    ):
        getattr(module, name)
        setattr(module, name, breaker)
