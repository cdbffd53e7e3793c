"""Run every bench, one after the other: `make bench`."""

import pkgutil
import subprocess
import sys

import bench


def main() -> int:
    """Run each module of this folder; return 1 when one could not run."""
    names = sorted(m.name for m in pkgutil.iter_modules(bench.__path__) if m.name != "all")
    good = True
    for name in names:
        if name.startswith("_"):
            continue
        print(f"\n=== bench/{name}.py", flush=True)
        done = subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False)
        good = good and done.returncode == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
