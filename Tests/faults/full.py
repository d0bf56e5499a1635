#!/usr/bin/env python3
"""The disk fills up while people write, and has room again later.

    Tests/faults/full.py --kith .build/release/kith --on file
    Tests/faults/full.py --kith .build/release/kith --on server

Nothing is said to be kept that was not, whoever writes is told so in words, and once there is room it
goes on: by itself where the store is a file; a server that has given up is started again, as its own
service would. Runs as root, because it mounts disks.
"""

import argparse
import os
import random
import subprocess
import time

from crowd import Crowd
from ground import FileGround, Kith, ServerGround, folder, judged, remove, run


def until(what, words, limit=60):
    end = time.monotonic() + limit
    while not what():
        if time.monotonic() > end: raise SystemExit(f"FOUND: {words}")
        time.sleep(0.05)


def goes_on(crowd):
    before = len(crowd.kept())
    return lambda: len(crowd.kept()) > before + 20


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", required=True)
    ask.add_argument("--on", choices=["file", "server"], default="file")
    ask.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    wish = ask.parse_args()
    if os.geteuid() != 0: raise SystemExit("This trial mounts disks: run it as root.")
    place = folder()
    disk = place / "disk"
    disk.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={'40m' if wish.on == 'file' else '150m'},mode=755", "tmpfs", str(disk))
    ground = FileGround(disk / "store") if wish.on == "file" else \
        ServerGround(disk / "cluster", place / "keeping", ["max_wal_size=64MB", "min_wal_size=32MB"])
    try:
        ground.begin()
        kith = Kith(wish.kith, ground)
        kith.make()
        kith.serve()
        crowd = Crowd(kith, wish.seed, people=4)
        crowd.sign_in()
        crowd.start()
        until(goes_on(crowd), "nobody was heard at first")
        # Somebody else takes most of what is left, so that Kith need not write for an hour.
        left = os.statvfs(disk)
        filler = disk / "somebody-elses"
        with open(filler, "wb") as file:
            try: file.write(b"x" * max(0, left.f_bavail * left.f_frsize - (3 << 20)))
            except OSError: pass
        # A server that cannot write its log stops: then each of the four is told that it is away.
        refused = lambda: crowd.told_why > 20 or crowd.answers.get(503, 0) >= 4
        until(refused, "nobody was told that the disk is full", 240)
        stuck = len(crowd.kept())
        time.sleep(1)
        run("mount", "-o", "remount,size=1g", str(disk))
        if wish.on == "server" and subprocess.run(["bash", "-c", f"kill -0 $(head -1 {ground.folder}/data/postmaster.pid)"],
                                                  capture_output=True).returncode != 0:
            ground.start_again()
        until(goes_on(crowd), "nobody was heard after there was room again", 90)
        crowd.stop()
        faults = judged(kith, crowd, wish.seed)
        kith.stop()
    finally:
        ground.end()
        subprocess.run(["umount", "-l", str(disk)], check=False)
        remove(place)
    print(f"{wish.on}: the disk was full after {stuck} acknowledged tellings, {len(crowd.kept())} in the end, "
          f"{len(faults)} faults; answers {crowd.answers}; seed {wish.seed}")
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
