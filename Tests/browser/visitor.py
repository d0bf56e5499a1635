"""A real browser with somebody signed in, and the ways through Kith that the checks take."""

import re
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"

LISTENER = """
addEventListener('securitypolicyviolation', event =>
  console.error('refused by the content security policy: ' + event.violatedDirective + ' '
    + event.blockedURI));
"""


@contextmanager
def browser():
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


class Visitor:
    """One window. `trouble` gathers what the browser complained about since it was last taken."""

    def __init__(self, chromium, kith, width=1280, height=900, scheme="light", scripts=True,
                 motion="reduce"):
        self.kith = kith
        self.window = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB",
            timezone_id="Europe/London", java_script_enabled=scripts, reduced_motion=motion)
        if scripts:
            self.window.add_init_script(LISTENER)
        self.page = self.window.new_page()
        self.trouble = []
        self.page.on("console", lambda said: said.type in ("error", "warning")
                     and self.trouble.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.on("requestfailed", lambda request: "ERR_ABORTED" in (request.failure or "")
                     or self.trouble.append(f"failed: {request.url} {request.failure}"))
        self.page.on("dialog", lambda dialog: (
            self.trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def close(self):
        self.window.close()

    def take_trouble(self):
        trouble, self.trouble = self.trouble, []
        return trouble

    def go(self, path):
        """Opens a path of the site; the answer's status."""
        return self.page.goto(self.kith.url + path, wait_until="load").status

    def sign_in(self, name=None, password=None):
        self.go("/sign-in")
        self.page.fill("input[name=name]", name or self.kith.name)
        self.page.fill("input[name=password]", password or self.kith.password)
        with self.page.expect_navigation():
            self.page.press("input[name=password]", "Enter")
        return self

    def at(self):
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def first_link(self, start, pattern):
        """The first address on the page `start` that the pattern matches whole, or None."""
        self.go(start)
        links = self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        return next((link for link in links if re.fullmatch(pattern, link)), None)


class As(str):
    """An address that somebody else than the guide looks at."""

    def __new__(cls, account, path):
        address = super().__new__(cls, path)
        address.account = account
        return address


def addresses(visitor):
    """Each page by the name under which its pictures are kept; None where no way led to it."""
    one = r"[^/?#]+"
    family = visitor.first_link("/families", "/families/" + one)
    child = visitor.first_link(family, "/children/" + one) if family else None
    return {
        "families": "/families",
        "teams": "/teams",
        "team": visitor.first_link("/teams", "/teams/" + one),
        "service": "/service",
        "search-empty": "/search",
        "search": "/search?q=an",
        "search-written": "/search?q=school",
        "search-letter": "/search?q=a",
        "search-none": "/search?q=zzzzqqqq",
        "family": family,
        "meeting": visitor.first_link(family, "/families/" + one + "/encounters") if family else None,
        "child": child,
        "imports": As("helen", "/imports"),
        "looked": family + "/looked" if family else None,
        "open": As("joanna", family + "/open") if family else None,
        "emergency": family + "/emergency" if family else None,
        "access": As("ruth", "/access"),
        "access-looked": As("idris", "/access/looked"),
        "locked": As("helen", "/access/locked"),
        "ties": As("ruth", "/access/ties"),
        "policy": As("idris", "/access/policy"),
        "you": "/you",
        "your-factor": "/you/factor",
    }
