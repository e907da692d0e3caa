"""Where the `aidatlas` command begins, and `python -m dashboard`: it can be stopped while the library is still read."""

import sys


def main() -> None:
    """Run the command; Ctrl+C ends it in one line and status 130, however early it comes."""
    try:
        from dashboard.command import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("aidatlas: stopped.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
