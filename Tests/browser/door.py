"""The ways through the door, as people go them: invited, with a second step, signed out while writing."""

import base64
import hashlib
import hmac
import re
import struct
import subprocess
import time

from axe_playwright_python.sync_playwright import Axe

from checks import PICTURES, STANDARD
from visitor import Visitor

PASSWORD = "teapot under the walnut"


def code_now(secret, offset=0):
    """What an authenticator shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + offset), hashlib.sha1).digest()
    place = digest[19] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 10 ** 6:06d}"


def kith(kith, *words):
    """Kith at the command line, beside the one that serves; what it says."""
    run = subprocess.run([kith.program, *words, *kith.where()], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    return run.stdout.strip()


def looks_right(visitor, name):
    """The page as it stands is accessible and fits; its picture is kept."""
    page = visitor.page
    wrong = [f"{name}: axe {one['id']}: {one['help']}"
             for one in Axe().run(page, options=STANDARD).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append(f"{name} is wider than its window")
    if page.locator("h1").count() != 1:
        wrong.append(f"{name} has {page.locator('h1').count()} headings of the first level")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"{name}.png"), full_page=True)
    return wrong


def press(visitor, words):
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=words, exact=True).click()


def invited(served, chromium, scheme="light", width=360, name="Noor Aziz"):
    """Invited, a password chosen, a second step set up, its code and a recovery code used, and out."""
    label = f"{width}-{scheme}"
    link = kith(served, "user", "invite", name, "--role", "podManager", "--at", served.url)
    visitor = Visitor(chromium, served, width, 740, scheme)
    page = visitor.page
    visitor.go(link.removeprefix(served.url))
    wrong = looks_right(visitor, f"welcome-{label}")
    for field in ("new", "repeated"):
        page.fill(f"#{field}", "password1234")
    press(visitor, "Set your password")
    if "often choose" not in page.locator(".faults").inner_text():
        wrong.append("a common password was not refused in words")
    wrong += looks_right(visitor, f"welcome-fault-{label}")
    for field in ("new", "repeated"):
        page.fill(f"#{field}", PASSWORD)
    press(visitor, "Set your password")
    visitor.sign_in(name, PASSWORD)
    visitor.go("/you/factor")
    wrong += looks_right(visitor, f"factor-set-up-{label}")
    secret = re.sub(r"\s", "", page.locator(".secret").inner_text())
    page.fill("#code", code_now(secret))
    page.fill("#password", PASSWORD)
    press(visitor, "Set it up")
    wrong += looks_right(visitor, f"recovery-codes-{label}")
    codes = page.locator("ol.secret li").all_inner_texts()
    if len(codes) != 10:
        return wrong + [f"there are {len(codes)} recovery codes"]
    visitor.go("/you")
    wrong += looks_right(visitor, f"you-factor-{label}")
    press(visitor, "Sign out")
    visitor.sign_in(name, PASSWORD)
    if "/sign-in/factor" not in visitor.at():
        wrong.append(f"the password alone led to {visitor.at()}")
    visitor.go("/families")
    if "/sign-in" not in visitor.at():
        wrong.append("the password alone opened a page")
    visitor.go("/sign-in/factor")
    page.fill("#code", "000000")
    press(visitor, "Sign in")
    wrong += looks_right(visitor, f"factor-fault-{label}")
    # A later code than the one that set it up, which the next half minute would show.
    page.fill("#code", code_now(secret, 1))
    press(visitor, "Sign in")
    if visitor.at() != "/families":
        wrong.append(f"the code led to {visitor.at()}: {page.locator('main').inner_text()[:200]}")
    press(visitor, "Sign out")
    visitor.sign_in(name, PASSWORD)
    page.fill("#code", codes[4].upper())
    press(visitor, "Sign in")
    if visitor.at() != "/families":
        wrong.append(f"a recovery code led to {visitor.at()}")
    kith(served, "user", "end", name)
    visitor.go("/teams")
    if "/sign-in" not in visitor.at():
        wrong.append("who had left could go on")
    visitor.close()
    return wrong


def signed_out_elsewhere(served, chromium):
    """One window ends the other, which is at the door with its next click."""
    here, there = Visitor(chromium, served).sign_in(), Visitor(chromium, served, 360, 740).sign_in()
    here.go("/you")
    wrong = looks_right(here, "you-two")
    press(here, "Sign out everywhere else")
    there.go("/families")
    if "/sign-in" not in there.at():
        wrong.append("the other window went on")
    here.go("/families")
    if here.at() != "/families":
        wrong.append("this window was signed out too")
    for one in (here, there):
        one.close()
    return wrong


def nothing_typed_is_lost(served, chromium, form, scripts=True):
    """A meeting is written, the session ends, and every word is there after signing in again."""
    words = "Leo said: \"so high!\"\n\nThen <b>tea</b> & cake, 50% + more."
    title = f"Signed out, scripts {scripts}"
    visitor = Visitor(chromium, served, 360, 740, scripts=scripts).sign_in()
    other = Visitor(chromium, served).sign_in()
    page = visitor.page
    visitor.go(form)
    page.fill("#day", "2026-11-04")
    page.check("#kind")
    page.select_option("#met", index=1)
    met = page.input_value("#met")
    page.fill("#title", title)
    page.fill("#words", words)
    other.go("/you")
    press(other, "Sign out everywhere else")
    press(visitor, "Write it down")
    said = page.locator("main").inner_text()
    wrong = [] if "Nothing that you typed is lost" in said else [f"the door says: {said[:200]}"]
    if scripts:
        visitor.take_trouble()
        wrong += looks_right(visitor, "signed-out-while-writing")
    if "Signed" in visitor.at() or "tea" in visitor.at():
        wrong.append(f"what was typed is in the address: {visitor.at()}")
    page.fill("input[name=name]", served.name)
    page.fill("input[name=password]", served.password)
    press(visitor, "Sign in")
    found = {"day": "2026-11-04", "met": met, "title": title, "words": words}
    for field, typed in found.items():
        if page.input_value(f"#{field}") != typed:
            wrong.append(f"#{field} holds {page.input_value(f'#{field}')!r}")
    if scripts:
        wrong += looks_right(visitor, "written-before")
    other.go(re.sub("/encounters.*", "", form))
    if other.page.get_by_role("heading", name=title, exact=True).count():
        wrong.append("it was kept before it was sent again")
    press(visitor, "Write it down")
    if page.get_by_role("heading", name=title, exact=True).count() != 1:
        wrong.append("it is not shown once after it was sent again")
    for one in (visitor, other):
        one.close()
    return wrong
