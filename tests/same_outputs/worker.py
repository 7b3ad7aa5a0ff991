"""One side's worker: runs the program of a checkout in this process, command after command.

Started by that checkout's own interpreter as `python worker.py CHECKOUT SECONDS`: a line of JSON words in,
a line with the exit code and what was said out. It imports nothing of this package but its clock, by path.
"""

import importlib.util
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

_CRASHED = -1
"""The exit code that stands for an exception the program let out."""

Program = Callable[[Sequence[str]], int]


def run(program: Program, words: Sequence[str]) -> dict[str, Any]:
    """Run the program once: its exit code, and what it wrote to the two streams."""
    kept = sys.stdout, sys.stderr
    streams = [io.BytesIO(), io.BytesIO()]
    sys.stdout, sys.stderr = (io.TextIOWrapper(stream, encoding="utf-8", newline="\n") for stream in streams)
    try:
        code = program(words)
    except BaseException:
        code = _CRASHED
        sys.stderr.write(traceback.format_exc())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = (stream.getvalue().decode("utf-8", "surrogateescape") for stream in streams)
        sys.stdout, sys.stderr = kept
    return {"code": code, "out": out, "err": err}


def serve(checkout: Path, seconds: float, replies: TextIO) -> None:
    """Answer each line of words with what the program of a checkout does."""
    clock = _beside("clock")
    keys = clock.Keys()
    clock.Clock(seconds).put_in()
    keys.put_in()
    sys.path[:] = [str(checkout), *sys.path[1:]]
    import tui.__main__

    found = Path(tui.__main__.__file__).resolve()
    if checkout.resolve() not in found.parents:
        raise SystemExit(f"{found} is not of {checkout}")
    for number, line in enumerate(sys.stdin):
        keys.begin(f"{number} {line}")
        print(json.dumps(run(tui.__main__.main, json.loads(line))), file=replies, flush=True)


def _beside(name: str) -> ModuleType:
    """A module of this folder, loaded without its package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    serve(Path(sys.argv[1]), float(sys.argv[2]), answers)
