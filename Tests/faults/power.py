#!/usr/bin/env python3
"""The power is cut while people write; nothing acknowledged is lost.

    Tests/faults/power.py --kith .build/release/kith --on file --cuts 20
    Tests/faults/power.py --kith .build/release/kith --on server --cuts 20

The store lies on a disk of its own (a loop device in memory). In the middle of writing, everything is stopped
where it stands and what has reached that disk is copied, as a power cut would leave it; the copy is then
mounted and opened as after a cut. First the trial proves that it can fail: with a store that does not wait
for the disk it has to find a loss. Runs as root, because it mounts disks.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from crowd import Crowd
from ground import FileGround, Kith, ServerGround, folder, judged, remove, run


class Disk:
    """A disk in memory, mounted for as long as a `with` lasts; made new, or from a copy of another."""

    def __init__(self, place, name, image=None, size=600):
        self.image = Path("/dev/shm") / f"{place.name}-{name}.img"
        self.place = place / name
        self.place.mkdir(exist_ok=True)
        if image is None:
            with open(self.image, "wb") as file: file.truncate(size << 20)
            run("mkfs.ext4", "-q", "-F", str(self.image))
        else:
            run("cp", "--sparse=always", str(image), str(self.image))

    def __enter__(self):
        run("mount", "-o", "loop", str(self.image), str(self.place))
        self.place.chmod(0o755)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", str(self.place)], check=False)
        self.image.unlink(missing_ok=True)


def ground_on(disk, on, keeping, settings=()):
    if on == "file": return FileGround(disk.place / "store")
    return ServerGround(disk.place / "cluster", keeping, settings)


def cut(wish, kith, crowd, disk, ground, place, number):
    """Stops everything, copies the disk, lets everything go on; then looks at the copy. The faults found."""
    stopped = [kith.process.pid] + (ground.processes() if wish.on == "server" else [])
    acknowledged = crowd.kept()
    for process in stopped:
        try: os.kill(process, signal.SIGSTOP)
        except ProcessLookupError: pass
    copy = Disk(place, f"copy-{number}", disk.image)
    # What lies on another disk is as it was at that moment: the heads that were anchored there.
    keeping = place / f"keeping-{number}"
    if wish.on == "server": shutil.copytree(ground.keeping, keeping)
    for process in stopped:
        try: os.kill(process, signal.SIGCONT)
        except ProcessLookupError: pass
    with copy:
        after = ground_on(copy, wish.on, keeping)
        try:
            if wish.on == "server": restart(after)
            opened = Kith(wish.kith, after)
            return judged(opened, crowd, wish.seed, acknowledged), len(acknowledged)
        except (SystemExit, AssertionError) as error:
            print(f"FOUND (seed {wish.seed}): it could not be opened: {str(error)[-300:]}")
            return ["it could not be opened"], len(acknowledged)
        finally:
            if wish.on == "server":
                subprocess.run(["bash", "-c", f". {ground_script()}; cluster_stop '{after.folder}'"], check=False)


def ground_script(): return Path(__file__).resolve().parents[2] / ".ci/cluster.sh"


def restart(after):
    """The copy believes that its server still runs, and where its socket was."""
    for left in [after.folder / "data/postmaster.pid", *(after.folder / "socket").glob(".s.*")]:
        left.unlink(missing_ok=True)
    settings = after.folder / "data/postgresql.conf"
    settings.write_text(settings.read_text() + f"\nunix_socket_directories = '{after.folder}/socket'\n")
    after.start_again()


def trial(wish, cuts, reckless):
    """Cuts the power so often; the faults of each cut."""
    place, found, most = folder(), [], 0
    chance = random.Random(wish.seed)
    try:
        with Disk(place, "disk") as disk:
            settings = ["fsync=off"] if reckless else []
            ground = ground_on(disk, wish.on, place / "keeping", settings)
            ground.begin()
            try:
                before = ["eatmydata"] if reckless and wish.on == "file" else []
                kith = Kith(wish.kith, ground, before)
                kith.make()
                run("sync")
                kith.serve()
                crowd = Crowd(kith, wish.seed)
                crowd.sign_in()
                crowd.start()
                for number in range(cuts):
                    time.sleep(chance.uniform(0.3, 1.5))
                    faults, kept = cut(wish, kith, crowd, disk, ground, place, number)
                    found.append(faults)
                    most = max(most, kept)
                crowd.stop()
                kith.kill()
            finally:
                ground.end()
    finally:
        remove(place)
    return found, most


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", required=True)
    ask.add_argument("--on", choices=["file", "server"], default="file")
    ask.add_argument("--cuts", type=int, default=20)
    ask.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    wish = ask.parse_args()
    if os.geteuid() != 0: raise SystemExit("This trial mounts disks: run it as root.")
    if wish.on == "file" and not shutil.which("eatmydata"):
        raise SystemExit("The proof needs eatmydata: apt-get install eatmydata")
    print("With a store that does not wait for the disk, losses are expected:")
    reckless, _ = trial(wish, 3, True)
    lost = sum(1 for faults in reckless if faults)
    print("With the store as it is, none are:")
    found, most = trial(wish, wish.cuts, False)
    faults = sum(1 for one in found if one)
    print(f"{wish.on}: {wish.cuts} cuts with {most} acknowledged tellings at the last: {faults} with a loss or a fault; "
          f"without waiting for the disk: {lost} of 3 cuts lost something; seed {wish.seed}")
    raise SystemExit(1 if faults or not lost else 0)


if __name__ == "__main__":
    main()
