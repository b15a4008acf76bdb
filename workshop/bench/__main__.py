"""`./cairn bench [NAME …]` runs the named benchmarks (all, where none is named): one file each in this folder.

A benchmark is a module with `run() -> None` that prints its own table. Its docstring's first line is its description.
"""

import sys
from importlib import import_module
from pkgutil import iter_modules

from workshop import bench


def names() -> list[str]:
    return sorted(module.name for module in iter_modules(bench.__path__) if not module.name.startswith("_"))


def main(wanted: list[str]) -> int:
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(
            f"No such benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(names())}.\n"
        )
        return 2
    for name in wanted or names():
        module = import_module(f"{bench.__name__}.{name}")
        sys.stdout.write(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}\n")
        module.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
