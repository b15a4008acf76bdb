"""`./cairn bench [NAME …]` runs the named benchmarks (all, where none is named): one file each in this folder.

A benchmark is a module with `run() -> None` that prints its own table; where it takes a `folder`, that is what
`--folder DIR` names. Its docstring's first line is its description.
"""

import argparse
import sys
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import iter_modules

from workshop import bench


def names() -> list[str]:
    return sorted(module.name for module in iter_modules(bench.__path__) if not module.name.startswith("_"))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./cairn bench")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args(arguments)
    wanted = asked.names
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(
            f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(names())}.\n"
        )
        return 2
    for name in wanted or names():
        module = import_module(f"{bench.__name__}.{name}")
        sys.stdout.write(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}\n")
        takes_folder = "folder" in signature(module.run).parameters
        module.run(**({"folder": asked.folder} if takes_folder else {}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
