"""Kith is asked to stop while many people use it: nobody who got through is cut off.

    python3 Tests/faults/leaving.py --kith .build/debug/kith [--rounds 3] [--visitors 8]

Visitors ask for pages without a pause, over connections that are kept and over new ones; one sends a
form slowly. In the middle Kith gets SIGTERM. What had begun must be answered whole, `/ready` must say
no at once, and Kith must end by itself. A last round kills Kith instead, and must find visitors cut
off: otherwise the others would prove nothing. Ends with `N passed, N failed`.
"""

import argparse
import http.client
import random
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))
from served import Served  # noqa: E402

FORM = b"name=Nobody&password=not+the+one&csrf=none&next=%2F"


class Visitor(threading.Thread):
    """Asks until Kith takes no more connections; notes what was answered and what was cut off."""

    def __init__(self, place, keeps, seed):
        super().__init__(daemon=True)
        self.place, self.keeps, self.random = place, keeps, random.Random(seed)
        self.answered, self.cut, self.line = 0, [], None

    def run(self):
        while True:
            if self.line is None:
                self.line = http.client.HTTPConnection(*self.place, timeout=30)
                try:
                    self.line.connect()
                except OSError:
                    return  # Nothing had begun.
            try:
                self.line.request("GET", self.random.choice(["/sign-in", "/health", "/families"]))
                answer = self.line.getresponse()
                body = answer.read()
                if answer.status not in (200, 303) or (answer.status == 200 and not body):
                    self.cut.append(f"answered {answer.status} with {len(body)} bytes")
                self.answered += 1
                if not self.keeps or answer.will_close:
                    self.line.close()
                    self.line = None
            except (OSError, http.client.HTTPException) as error:
                self.cut.append(repr(error))
                return
            time.sleep(self.random.random() * 0.005)


class SlowSender(threading.Thread):
    """Begins to send a form before Kith is asked to stop, and ends long after."""

    def __init__(self, place, seconds):
        super().__init__(daemon=True)
        self.place, self.seconds, self.status, self.began = place, seconds, None, threading.Event()

    def run(self):
        try:
            self.send()
        except (OSError, http.client.HTTPException) as error:
            self.status = repr(error)

    def send(self):
        with socket.create_connection(self.place, timeout=30) as line:
            line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: kith\r\nContent-Type: "
                         b"application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(FORM))
            self.began.set()
            for byte in FORM:
                line.sendall(bytes([byte]))
                time.sleep(self.seconds / len(FORM))
            answer = http.client.HTTPResponse(line)
            answer.begin()
            self.status = answer.status if answer.read() else None


def ready(place):
    line = http.client.HTTPConnection(*place, timeout=5)
    line.request("GET", "/ready")
    answer = line.getresponse()
    return answer.status, answer.read().decode().strip()


def leaving(kith, visitors, sign, seed):
    """One round; what was wrong in it, and how many answers there were."""
    wrong = []
    with Served(kith, families=3) as served:
        at = urlsplit(served.url)
        place = (at.hostname, at.port)
        people = [Visitor(place, number % 2 == 0, seed + number) for number in range(visitors)]
        slow = SlowSender(place, 3)
        for one in [*people, slow]:
            one.start()
        slow.began.wait(10)
        time.sleep(1)
        if ready(place)[0] != 200:
            wrong.append("was not ready before it was asked to stop")
        served.process.send_signal(sign)
        if sign == signal.SIGTERM:
            time.sleep(0.1)
            if (said := ready(place)) != (503, "not ready: Kith is stopping"):
                wrong.append(f"/ready said {said} after it was asked to stop")
        for one in [*people, slow]:
            one.join(30)
        try:
            code = served.process.wait(25)
        except Exception:
            return ["did not end by itself"], 0
        if sign == signal.SIGTERM:
            if code != 0:
                wrong.append(f"ended with {code}")
            if not any("Kith has stopped." in line for line in served.lines):
                wrong.append("did not say that it has stopped")
            if slow.status != 403:
                wrong.append(f"whoever sent a form slowly was answered {slow.status}")
        answered = sum(one.answered for one in people)
        if answered < visitors:
            wrong.append(f"only {answered} answers were given: nobody was there to be cut off")
        for one in people:
            wrong += one.cut
    return wrong, answered


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", default=".build/debug/kith")
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--visitors", type=int, default=8)
    ask.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    wish = ask.parse_args()
    print(f"seed {wish.seed}")
    passed = failed = 0
    for number in range(wish.rounds):
        wrong, answered = leaving(wish.kith, wish.visitors, signal.SIGTERM, wish.seed + 1000 * number)
        print(f"{'✘' if wrong else '✔'} asked to stop: {answered} answers, {len(wrong)} wrong")
        for line in wrong[:20]:
            print(f"    {line}")
        passed, failed = passed + (not wrong), failed + bool(wrong)
    wrong, answered = leaving(wish.kith, wish.visitors, signal.SIGKILL, wish.seed)
    print(f"{'✔' if wrong else '✘'} killed: {answered} answers, {len(wrong)} cut off, as must be")
    passed, failed = passed + bool(wrong), failed + (not wrong)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
