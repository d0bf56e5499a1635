#!/usr/bin/env python3
"""Kith, or the database under it, is killed at random moments while people write; nothing acknowledged is lost.

    Tests/faults/killed.py --kith .build/release/kith --on file --rounds 200
    Tests/faults/killed.py --kith .build/release/kith --on server --rounds 200

On a server every fourth round kills the database instead, and Kith has to find it again by itself.
"""

import argparse
import random
import time

from crowd import Crowd
from ground import FileGround, Kith, ServerGround, folder, judged, remove


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", required=True)
    ask.add_argument("--on", choices=["file", "server"], default="file")
    ask.add_argument("--rounds", type=int, default=200)
    ask.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    wish = ask.parse_args()
    chance, place = random.Random(wish.seed), folder()
    ground = FileGround(place / "store") if wish.on == "file" else ServerGround(place / "cluster")
    ground.begin()
    slowest, kills = 0.0, {"kith": 0, "database": 0}
    try:
        kith = Kith(wish.kith, ground)
        kith.make()
        kith.serve()
        crowd = Crowd(kith, wish.seed)
        crowd.sign_in()
        crowd.start()
        for number in range(1, wish.rounds + 1):
            before = len(crowd.kept())
            time.sleep(chance.uniform(0.05, 0.6))
            if wish.on == "server" and number % 4 == 0:
                ground.kill()
                ground.start_again()
                kills["database"] += 1
            else:
                kith.kill()
                slowest = max(slowest, kith.serve())
                kills["kith"] += 1
            # Whoever was cut off goes on: the next round begins once somebody was heard again.
            limit = time.monotonic() + 30
            while len(crowd.kept()) == before and time.monotonic() < limit: time.sleep(0.02)
            if len(crowd.kept()) == before:
                raise SystemExit(f"FOUND (seed {wish.seed}): nobody was heard in round {number}")
        crowd.stop()
        faults = judged(kith, crowd, wish.seed)
        kith.stop()
    finally:
        ground.end()
        remove(place)
    kept, sent = len(crowd.kept()), len(crowd.sent)
    print(f"{wish.on}: killed Kith {kills['kith']} times and the database {kills['database']} times; of {sent} tellings sent "
          f"{kept} were acknowledged, {len(faults)} faults; ready again in at most {slowest:.2f} s; "
          f"answers {crowd.answers}; seed {wish.seed}")
    raise SystemExit(1 if faults or kept < wish.rounds else 0)


if __name__ == "__main__":
    main()
