"""People who write down meetings through the pages, as a browser would send them."""

import http.client
import random
import re
import threading
import time
import urllib.parse

PATIENCE = 60


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

    def sign_in(self, telling=True):
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
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        if not telling: return
        _, page = ask("GET", "/families")
        self.family = re.search(r'href="(/families/[0-9a-f-]{36})"', page)[1]
        _, page = ask("GET", self.family + "/encounters")
        self.csrf = field(page, "csrf")
        self.met = re.search(r'value="([0-9a-f-]{36} there)"', page)[1]

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
                elif answer.status == 422 and any(words in page for words in ("cannot be reached", "not certain", "Nothing was kept")):
                    # The form once more with all that was typed, and why: it is sent again.
                    self.told_why += 1
                elif answer.status != 503 and len(self.wrong) < 5:
                    self.wrong.append((answer.status, answer.headers.get("Location"), re.sub(r"<[^>]*>", " ", page)[-300:]))

    def kept(self):
        with self.lock: return list(self.acknowledged)
