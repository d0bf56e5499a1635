"""What the trials stand on: a store in a file or on a server, Kith over it, and people who tell."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command, **more):
    """Runs a command to its end and gives what it printed; anything but 0 ends the trial."""
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def call(function, *arguments):
    """A function of .ci/cluster.sh."""
    words = " ".join(f"'{argument}'" for argument in arguments)
    return run("bash", "-c", f"set -e; . {ROOT}/.ci/cluster.sh; {function} {words}")


@contextlib.contextmanager
def closed(path, mode):
    """With other rights of a file or folder; "disk" makes of a folder a disk that may only be read."""
    if mode == "disk":
        run("mount", "--bind", str(path), str(path))
        run("mount", "-o", "remount,bind,ro", str(path))
        try: yield
        finally: run("umount", "-l", str(path))
    else:
        rights = path.stat().st_mode & 0o777
        path.chmod(mode)
        try: yield
        finally: path.chmod(rights)


class FileGround:
    """A store in a file."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.store = str(self.folder / "kith.db")
        self.keeping = str(self.folder)

    def begin(self): pass
    def end(self): pass


class ServerGround:
    """A store on a PostgreSQL of its own, durable as it comes."""

    def __init__(self, folder, keeping=None, settings=()):
        self.folder, self.settings = Path(folder), settings
        self.keeping = str(keeping or self.folder.parent / (self.folder.name + "-keeping"))
        Path(self.keeping).mkdir(parents=True, exist_ok=True)
        self.store = f"postgres://kith@/kith?host={self.folder}/socket"

    def begin(self):
        call("cluster_start", self.folder, *self.settings)

    def processes(self):
        """The postmaster and its children."""
        postmaster = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout
        return [postmaster] + [int(one) for one in children.split()]

    def kill(self):
        """As if the machine under the database had stopped."""
        postmaster, *children = self.processes()
        # No child is born to a process that stands still.
        os.kill(postmaster, signal.SIGSTOP)
        for process in self.processes()[1:] + children + [postmaster]:
            try: os.kill(process, signal.SIGKILL)
            except ProcessLookupError: pass

    def start_again(self):
        limit = time.monotonic() + 20
        while True:
            try: return call("cluster_again", self.folder)
            except SystemExit:
                if time.monotonic() > limit: raise SystemExit((self.folder / "server.log").read_text()[-2000:])
                time.sleep(0.2)

    def end(self):
        call("cluster_stop", self.folder)


class Kith:
    """The program over a store: made, served, killed and served again."""

    def __init__(self, program, ground, before=()):
        self.program, self.ground, self.before = str(program), ground, list(before)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process, self.name, self.password = None, None, None
        # What it writes to standard error; None puts it beside its keys.
        self.log = None

    def command(self, *words):
        return [self.program, *words, "--store", self.ground.store, "--data", self.ground.keeping]

    def make(self, families=12):
        run(*self.command("demo", "--families", str(families)))

    def serve(self):
        """Serves, and gives the seconds until it was ready."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            self.before + self.command("serve", "--port", str(self.port)), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=open(self.log or self.ground.keeping + "/serve.log", "a"))
        for line in self.process.stdout:
            if "Kith is ready" in line:
                ready = time.monotonic() - began
            if door := re.search(r"Sign in as (.+) with password (\S+)", line):
                self.name, self.password = door[1], door[2]
                break
        else:
            raise SystemExit(f"kith serve ended with {self.process.wait()}")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        return ready

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(40)

    def verify(self):
        done = subprocess.run(self.command("verify", "--json"), capture_output=True, text=True)
        return json.loads(done.stdout) if done.stdout.startswith("{") else {"ok": False, "findings": [done.stderr]}

    def told(self):
        """The id of each telling, in order."""
        lines = run(*self.command("feed")).splitlines()
        tellings = [json.loads(line) for line in lines]
        assert [one["telling"] for one in tellings] == list(range(1, len(tellings) + 1)), "the order has gaps"
        return [one["id"] for one in tellings]


def judged(kith, crowd, seed, acknowledged=None):
    """Every acknowledged telling is there once, nothing is there twice, and the seals are whole."""
    told = kith.told()
    there = set(told)
    faults = [f"{one} was acknowledged and is not there" for one in acknowledged or crowd.kept() if one not in there]
    if len(there) != len(told): faults.append("a telling is there twice")
    check = kith.verify()
    if not check["ok"]: faults.append(f"verify: {check['findings']}")
    for answer in crowd.wrong: faults.append(f"a strange answer: {answer}")
    for fault in faults[:3]: print(f"FOUND (seed {seed}): {fault}"[:400])
    if faults[3:]: print(f"FOUND (seed {seed}): and {len(faults) - 3} more")
    return faults


def folder():
    place = Path(tempfile.mkdtemp(prefix="kith-faults-"))
    place.chmod(0o755)
    return place


def remove(place): shutil.rmtree(place, ignore_errors=True)
