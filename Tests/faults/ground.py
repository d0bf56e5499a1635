"""What the trials stand on: a store in a file or on a server, Kith over it, and people who tell."""

import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


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

    def command(self, *words):
        return [self.program, *words, "--store", self.ground.store, "--data", self.ground.keeping]

    def make(self, families=12):
        run(*self.command("demo", "--families", str(families)))

    def serve(self):
        """Serves, and gives the seconds until it was ready."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            self.before + self.command("serve", "--port", str(self.port)), text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=open(self.ground.keeping + "/serve.log", "a"))
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


class Crowd:
    """People who write down meetings, each with a telling's id of their own choosing, until told to stop.

    `acknowledged` holds the ids for which Kith said that it was kept; one that was not answered is sent
    again, because that is what a browser's user would do.
    """

    def __init__(self, kith, seed, people=8):
        self.kith, self.random, self.people = kith, random.Random(seed), people
        self.acknowledged, self.sent, self.answers, self.told_why = [], set(), {}, 0
        self.lock, self.pause = threading.Lock(), threading.Event()
        self.done, self.threads, self.wrong = threading.Event(), [], []

    def sign_in(self):
        visit = http.client.HTTPConnection("127.0.0.1", self.kith.port, timeout=PATIENCE)
        cookies = {}

        def ask(method, path, form=None):
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
            body = urllib.parse.urlencode(form) if form else None
            if form: headers["Content-Type"] = "application/x-www-form-urlencoded"
            visit.request(method, path, body, headers)
            answer = visit.getresponse()
            page = answer.read().decode()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                cookies[name] = value
            if answer.status == 303: return ask("GET", answer.headers["Location"])
            return answer.status, page

        def field(page, name):
            tag = next(tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag)
            return re.search(r'value="([^"]*)"', tag)[1]

        _, page = ask("GET", "/sign-in")
        ask("POST", "/sign-in", {"name": self.kith.name, "password": self.kith.password, "csrf": field(page, "csrf")})
        _, page = ask("GET", "/families")
        self.family = re.search(r'href="(/families/[0-9a-f-]{36})"', page)[1]
        _, page = ask("GET", self.family + "/encounters")
        self.csrf = field(page, "csrf")
        self.met = re.search(r'value="([0-9a-f-]{36} there)"', page)[1]
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def start(self):
        self.threads = [threading.Thread(target=self.tell, daemon=True) for _ in range(self.people)]
        for thread in self.threads: thread.start()

    def stop(self):
        self.done.set()
        for thread in self.threads: thread.join(PATIENCE)

    def new_id(self):
        high = (int(time.time() * 1000) << 16) | 0x7000 | random.getrandbits(12)
        low = (2 << 62) | random.getrandbits(62)
        text = f"{high:016x}{low:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def tell(self):
        visit, mine = None, None
        while not self.done.is_set():
            if self.pause.is_set():
                time.sleep(0.005)
                continue
            mine = mine or self.new_id()
            with self.lock: self.sent.add(mine)
            form = {"csrf": self.csrf, "telling": mine, "day": "2026-03-02", "kind": "call", "met": self.met,
                    "title": f"Rang about Thursday {mine[-6:]}", "words": "They will come at four."}
            try:
                if visit is None:
                    visit = http.client.HTTPConnection("127.0.0.1", self.kith.port, timeout=PATIENCE)
                visit.request("POST", self.family + "/encounters", urllib.parse.urlencode(form),
                              {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"})
                answer = visit.getresponse()
                page = answer.read().decode()
            except (OSError, http.client.HTTPException):
                visit = None
                time.sleep(0.01)
                continue
            with self.lock:
                self.answers[answer.status] = self.answers.get(answer.status, 0) + 1
                if answer.status == 303 and "/sign-in" not in answer.headers["Location"]:
                    self.acknowledged.append(mine)
                    mine = None
                elif answer.status == 422 and "cannot be reached" in page or "not certain" in page:
                    # The form once more with all that was typed, and why: it is sent again.
                    self.told_why += 1
                elif answer.status != 503 and len(self.wrong) < 5:
                    self.wrong.append((answer.status, answer.headers.get("Location"), re.sub(r"<[^>]*>", " ", page)[-300:]))

    def kept(self):
        with self.lock: return list(self.acknowledged)


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
