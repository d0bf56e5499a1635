"""What the commands of this folder share: rivals' packages, processes with what they cost, tables."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / ".build" / "benchmarks"


def rivals(*packages):
    """A Python that has the packages, in a folder of its own that is kept from run to run."""
    python = PLACE / "venv" / "bin" / "python"
    if not python.exists():
        say("making a Python environment for the rivals")
        PLACE.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(PLACE / "venv")], check=True)
    have = subprocess.run([str(python), "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
                          capture_output=True, text=True, check=True).stdout.lower()
    missing = [name for name in packages if f"{name.lower()}==" not in have]
    if missing:
        say("fetching " + " ".join(missing))
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *missing],
                       check=True)
    return str(python)


class Cost:
    """A finished process: what it said, and the seconds and memory that it and its children took."""

    def __init__(self, command, environment=None, folder=None):
        began = time.monotonic()
        out, err = PLACE / "out.txt", PLACE / "err.txt"
        PLACE.mkdir(parents=True, exist_ok=True)
        with open(out, "w") as to, open(err, "w") as wrong:
            child = subprocess.Popen(command, stdout=to, stderr=wrong, stdin=subprocess.DEVNULL,
                                     env={**os.environ, **(environment or {})}, cwd=folder)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - began
        self.cpu = used.ru_utime + used.ru_stime
        self.mib = used.ru_maxrss / 1024
        self.out, self.err, self.code = out.read_text(), err.read_text(), child.returncode
        if self.code != 0:
            raise SystemExit(f"{' '.join(map(str, command))} ended with {self.code}:\n{self.err[-2000:]}")


def say(line):
    print(line, file=sys.stderr, flush=True)


def table(heads, rows):
    """Rows of texts under heads, the first column to the left and the others to the right."""
    widths = [max(len(str(row[i])) for row in [heads, *rows]) for i in range(len(heads))]
    for row in [heads, ["-" * width for width in widths], *rows]:
        print("  ".join(str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))))


def machine():
    """The machine and how busy it was, for the line beneath a table."""
    name = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                "unknown processor")
    return f"{os.cpu_count()} processors ({name}), load {os.getloadavg()[0]:.1f}"
