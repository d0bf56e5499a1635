"""A demonstration authority of a few families, made and served for as long as a `with` lasts."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Served:
    """`with Served(program, families=40) as kith:` then `kith.url`, `kith.name`, `kith.password`."""

    def __init__(self, program, families=40, seed=7, store=None, wait=120):
        self.program = str(Path(program).resolve())
        self.families, self.seed, self.wait = families, seed, wait
        self.store = str(Path(store).resolve()) if store else None
        self.lines, self.folder, self.process = [], None, None
        self.url = self.name = self.password = None

    def __enter__(self):
        try:
            if self.store is None:
                self.folder = tempfile.mkdtemp(prefix="kith-browser-")
                self.store = os.path.join(self.folder, "kith.db")
                # The same checks over a database of that server, where one is named.
                if server := os.environ.get("KITH_TEST_SERVER"):
                    self.store = re.sub(r"/postgres(?=\?|$)", f"/browser_{os.getpid()}", server)
                self.make()
            self.serve()
            return self
        except BaseException:
            self.__exit__()
            raise

    def where(self):
        return ["--store", self.store, "--data", self.folder or os.path.dirname(self.store)]

    def make(self):
        made = subprocess.run(
            [self.program, "demo", "--families", str(self.families), "--seed", str(self.seed),
             *self.where()], capture_output=True, text=True)
        if made.returncode != 0:
            raise SystemExit(f"kith demo ended with {made.returncode}:\n{made.stdout}{made.stderr}")

    def serve(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [self.program, "serve", *self.where(), "--port", str(port)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True)
        threading.Thread(target=self.listen, daemon=True).start()
        end = time.monotonic() + self.wait
        while not (self.url and self.name):
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit("kith serve was not ready:\n" + "".join(self.lines[-40:]))
            time.sleep(0.05)

    def listen(self):
        for line in self.process.stdout:
            self.lines.append(line)
            if ready := re.search(r"Kith is ready at (http://\S+)", line):
                self.url = ready[1].rstrip("/")
            if self.name is None and (door := re.search(r"Sign in as (.+) with password (\S+)", line)):
                self.name, self.password = door[1], door[2]

    def cpu_seconds(self):
        """User and system seconds of the server so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mib(self):
        """Largest resident memory of the server so far, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) // 1024

    def __exit__(self, *_):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
