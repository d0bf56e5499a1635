#!/usr/bin/env python3
"""A file may not be read, a folder not written to, a disk or a server lets nobody write any more.

    Tests/faults/rights.py --kith .build/debug/kith --on file
    Tests/faults/rights.py --kith .build/debug/kith --on server

Each time the words name what is in the way and what to do, nothing is changed, and what can be read is read:
by commands, and by pages that somebody had opened before. Runs as root, because it mounts disks and runs Kith
as somebody whom rights hold back, which root is not.
"""

import argparse
import hashlib
import http.client
import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from crowd import Crowd
from ground import FileGround, Kith, ServerGround, call, closed, folder, remove, run

SOMEBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
PASSWORD = "four-quiet-otters\n"


class Trial:
    """What was found, and the commands that find it."""

    def __init__(self, kith):
        self.kith, self.found, self.looked = kith, [], 0

    def expect(self, name, holds, said=""):
        self.looked += 1
        if not holds: self.found.append(f"{name}: {said}")

    def command(self, *words):
        return subprocess.run(SOMEBODY + self.kith.command(*words), capture_output=True, text=True, timeout=60, input=PASSWORD)

    def refused(self, name, words, *named):
        """The command ends with 1, and its words name each of `named`."""
        done = self.command(*words)
        said = done.stdout + done.stderr
        missing = [one for one in map(str, named) if one not in said]
        self.expect(name, done.returncode == 1 and not missing, f"{words[0]} ended with {done.returncode}, did not say "
                    f"{missing}: {said.strip()[-400:]}")

    def works(self, name, *words):
        done = self.command(*words)
        self.expect(name, done.returncode == 0, f"{words[0]} ended with {done.returncode}: {done.stderr[-400:]}")

    def ask(self, path, cookie="", method="GET", form=None):
        visit = http.client.HTTPConnection("127.0.0.1", self.kith.port, timeout=60)
        headers = {"Cookie": cookie} | ({"Content-Type": "application/x-www-form-urlencoded"} if form else {})
        visit.request(method, path, form, headers)
        answer = visit.getresponse()
        return answer.status, answer.read().decode()

    def read_only_pages(self, name, crowd):
        """Pages are read, nothing is told, /ready says why, and whoever signs in is told in words."""
        self.expect(name, self.ask(crowd.family, crowd.cookie)[0] == 200, "a family's page could not be read")
        status, page = self.ask("/ready")
        self.expect(name, status == 503 and "only be read" in page, f"/ready: {status} {page}")
        status, page = tell(self, crowd)
        self.expect(name, status in (422, 503) and "may only be read" in page, f"telling: {status} {page[-600:]}")


def tell(trial, crowd):
    form = f"csrf={crowd.csrf}&telling={crowd.new_id()}&day=2026-03-02&kind=call&met={crowd.met.replace(' ', '+')}&title=Rang&words=At+four."
    return trial.ask(crowd.family + "/encounters", crowd.cookie, "POST", form)


def signed_in(trial):
    """Somebody who is signed in, and can tell something as long as nothing is in the way."""
    crowd = Crowd(trial.kith, 1)
    crowd.sign_in()
    status, _ = tell(trial, crowd)
    trial.expect("before", status == 303, f"nothing could be told: {status}")
    return crowd


def prints(place):
    """A fingerprint of each file that holds what was told; what readers share between them is not among it."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(place.rglob("*"))
            if path.is_file() and not path.name.endswith(("-shm", ".log"))}


def owned(place):
    for path in [place, *place.rglob("*")]: os.chown(path, 65534, 65534)


def on_file(trial, ground, place):
    kith, home = trial.kith, Path(ground.folder)
    store, key, backups = home / "kith.db", home / "kith.key", home / "backups"
    tells, backup = ("user", "add", "Nobody Else", "--role", "leader"), ("backup", "--into", str(backups))
    kith.make()
    run(*kith.command("backup", "--into", str(backups)))
    with sqlite3.connect(store) as engine: engine.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.close()
    trial.expect("log", not (home / "kith.db-wal").exists(), "there is a log")
    owned(place)

    def shut(name, path, mode, *checks):
        """With `path` closed so, what `checks` ask; nothing is changed by any of them."""
        before = prints(home)
        with closed(path, mode):
            for check in checks: check(name)
        after = prints(home)
        made = {name for name in after if name not in before and name.endswith(".kith")}
        changed = {one for one in before.keys() | after.keys() - made if before.get(one) != after.get(one)}
        trial.expect(name, not changed, f"changed: {changed}")

    def refuses(words, *named): return lambda name: trial.refused(name, words, *named)
    def does(*words): return lambda name: trial.works(name, *words)

    for log in [False, True]:
        if log:
            # As a program leaves it that was killed.
            kith.before = SOMEBODY
            kith.serve()
            signed_in(trial)
            kith.kill()
            trial.expect("log", (home / "kith.db-wal").exists(), "there is no log")
        name = "with a log" if log else "without a log"
        shut(f"store shut, {name}", store, 0o000, *[refuses(words, store, "chown", "may not be read")
             for words in [("verify",), ("serve",), tells, backup, ("feed",)]])
        shut(f"store to be read alone, {name}", store, 0o400, refuses(tells, store, "chmod", "may not be written to"), does("verify"), does("feed"), does(*backup))
        shut(f"folder shut, {name}", home, 0o000, *[refuses(words, home, "chmod") for words in [("verify",), ("serve",), tells]])
        shut(f"folder to be read alone, {name}", home, 0o500, refuses(tells, home, "chmod"), does("verify"), does(*backup))
        shut(f"disk to be read alone, {name}", home, "disk", refuses(tells, home, "its disk is read-only", "dmesg"), does("verify"), does("feed"))
        shut(f"key shut, {name}", key, 0o000, *[refuses(words, key, "may not be read", "chown") for words in [("serve",), tells, ("verify",)]])
    for tail in ["-wal", "-shm"]:
        path = Path(str(store) + tail)
        shut(f"{tail} shut", path, 0o000, refuses(tells, path, "may not be read"), refuses(("verify",), path))
        shut(f"{tail} to be read alone", path, 0o400, refuses(tells, path, "may not be written to"), does("verify"))
    shut("key of the backups shut", home / "kith-backup.key", 0o000, refuses(backup, home / "kith-backup.key", "may not be read"))
    shut("backups to be read alone", backups, 0o500, refuses(backup, backups, "may not be written to"), does("drill", "--backups", str(backups)),
         refuses(("pack", "--into", str(backups)), backups, "may not be written to"))
    shut("backups on a disk to be read alone", backups, "disk", refuses(backup, backups, "its disk is read-only"))
    shut("backups shut", backups, 0o000, refuses(("drill", "--backups", str(backups)), backups, "may not be read"), refuses(backup, backups),
         refuses(("doctor", "--backups", str(backups)), backups, "may not be read"))
    one = next(backups.glob("*.kith"))
    shut("a backup shut", one, 0o000, refuses(("verify", str(one)), one, "may not be read"))
    (nowhere := place / "others").mkdir(mode=0o755)
    done = subprocess.run(SOMEBODY + [kith.program, "authority", "add", "846", "Brighton", "--store", str(nowhere / "new" / "kith.db")], capture_output=True, text=True)
    trial.expect("a new store in another's folder", done.returncode == 1 and f"{nowhere} may not be written to" in done.stderr and not list(nowhere.iterdir()), done.stderr)


def disk_that_turns(trial, kith, place):
    """While it serves, the system finds the disk failing and lets nobody write to it any more."""
    image, disk = place / "image", place / "disk"
    disk.mkdir()
    with open(image, "wb") as file: file.truncate(96 << 20)
    run("mkfs.ext4", "-q", str(image), env=os.environ | {"PATH": os.environ["PATH"] + ":/usr/sbin:/sbin"})
    run("mount", "-o", "loop,errors=remount-ro", str(image), str(disk))
    try:
        home = disk / "home"
        shutil.copytree(kith.ground.folder, home)
        owned(home)
        kith.ground.folder, kith.ground.store, kith.ground.keeping = home, str(home / "kith.db"), str(home)
        kith.log = place / "serve.log"
        kith.serve()
        crowd = signed_in(trial)
        device = run("findmnt", "-no", "SOURCE", str(disk)).strip()
        Path(f"/sys/fs/ext4/{Path(device).name}/trigger_fs_error").write_text("1")
        time.sleep(0.5)
        trial.read_only_pages("a disk that turns read-only", crowd)
        trial.works("a disk that turns read-only", "verify")
        trial.refused("a disk that turns read-only", ("user", "add", "Nobody Else", "--role", "leader"), home, "read-only", "dmesg")
        kith.kill()
        # Started again on it: whoever is signed in still reads, whoever looks after it is told which disk.
        kith.serve()
        trial.expect("served from a read-only disk", "its disk is read-only" in kith.log.read_text(), kith.log.read_text()[-500:])
        trial.read_only_pages("served from a read-only disk", crowd)
        trial.expect("served from a read-only disk", kith.stop() == 0, "it did not stop well")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def on_server(trial, ground, place):
    kith = trial.kith
    kith.make()
    owned(Path(ground.keeping))
    kith.before = SOMEBODY
    programs = call("postgresql_programs").strip()
    def ask_server(*statements):
        for statement in statements:
            run(f"{programs}/psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", f"{ground.folder}/socket", "-U", "kith", "kith", "-c", statement)

    kith.serve()
    crowd = signed_in(trial)
    before = kith.told()
    ask_server("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
    time.sleep(0.5)
    trial.read_only_pages("a server that turns read-only", crowd)
    kith.stop()
    kith.log = place / "serve.log"
    kith.serve()
    trial.expect("a read-only server", "its server is read-only" in kith.log.read_text(), kith.log.read_text()[-500:])
    trial.read_only_pages("a read-only server", crowd)
    trial.refused("a read-only server", ("user", "add", "Nobody Else", "--role", "leader"), "/kith", "default_transaction_read_only")
    trial.works("a read-only server", "verify")
    kith.stop()
    ask_server("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
    time.sleep(0.5)
    trial.expect("a read-only server", kith.told() == before, "something was changed")

    ask_server("CREATE ROLE stranger LOGIN", "CREATE DATABASE empty TEMPLATE template0")
    whole = ground.store
    for database, words in [("kith", ("verify",)), ("kith", ("user", "add", "Nobody Else", "--role", "leader")), ("kith", ("serve",)),
                            ("empty", ("authority", "add", "846", "Brighton")), ("none", ("authority", "add", "846", "Brighton"))]:
        ground.store = whole.replace("kith@/kith", f"stranger@/{database}")
        trial.refused(f"a role without rights, {database}", words, "permission denied", "ALTER DATABASE")
    ground.store = whole
    trial.expect("a role without rights", kith.told() == before, "something was changed")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", required=True)
    ask.add_argument("--on", choices=["file", "server"], default="file")
    wish = ask.parse_args()
    if os.geteuid() != 0: raise SystemExit("This trial mounts disks and takes rights away: run it as root.")
    place = folder()
    # Where everybody can run it, whatever the rights of the folder that it was built in.
    program = Path(shutil.copy(wish.kith, place / "kith"))
    program.chmod(0o755)
    home = place / "home"
    ground = FileGround(home) if wish.on == "file" else ServerGround(place / "cluster", home)
    trial = Trial(Kith(program, ground))
    try:
        ground.begin()
        if wish.on == "file":
            on_file(trial, ground, home)
            disk_that_turns(trial, trial.kith, place)
        else:
            on_server(trial, ground, place)
    finally:
        if trial.kith.process and trial.kith.process.poll() is None: trial.kith.stop()
        ground.end()
        remove(place)
    for fault in trial.found: print(f"FOUND: {fault}")
    print(f"{wish.on}: {trial.looked} looks at what may not be read or written, {len(trial.found)} faults")
    raise SystemExit(1 if trial.found else 0)


if __name__ == "__main__":
    main()
