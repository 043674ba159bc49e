"""Everything that `make bench` measures on this machine, one core each."""

from benchmarks import extraction, finder


def main() -> None:
    """Run each benchmark and print what it measures."""
    finder.main()
    extraction.main()


if __name__ == "__main__":
    main()
