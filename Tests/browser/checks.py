"""What must hold of every page, and of the ways through them. A check returns what is wrong: a list
of sentences, empty where nothing is."""

import json
import urllib.error
import urllib.request
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from served import ROOT

PICTURES = ROOT / ".build" / "pictures"
STANDARD = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def page_holds(visitor, name, path, label):
    """A page answers, is quiet, is accessible, has one heading and a title, and has its picture taken."""
    visitor.take_trouble()
    status = visitor.go(path)
    wrong = [] if status == 200 else [f"answered {status}"]
    page = visitor.page
    if page.locator("h1").count() != 1:
        wrong.append(f"has {page.locator('h1').count()} headings of the first level")
    if not page.title().strip():
        wrong.append("has no title")
    if page.locator("html").get_attribute("lang") is None:
        wrong.append("does not say its language")
    found = Axe().run(page, options=STANDARD).response["violations"]
    for violation in found:
        places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:3])
        wrong.append(f"axe {violation['id']}: {violation['help']} ({len(violation['nodes'])}: {places})")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"{name}-{label}.png"), full_page=True)
    return wrong + visitor.take_trouble()


def fits(visitor, path):
    """Nothing is wider than the window, so that nobody scrolls sideways to read."""
    visitor.go(path)
    width, window = visitor.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if width <= window:
        return []
    widest = visitor.page.evaluate("""() => [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3).map(e => e.tagName.toLowerCase() + (e.className.baseVal ?? e.className
        ? '.' + (e.className.baseVal ?? e.className) : ''))""")
    return [f"is {width} px wide in a window of {window}: {', '.join(widest)}"]


def keyboard_reaches_thread(visitor, path, most=60):
    """Without a mouse: the first stop skips to the page itself, and the thread is reached from there."""
    visitor.go(path)
    keys, page = visitor.page.keyboard, visitor.page
    keys.press("Tab")
    first = page.evaluate("[document.activeElement.getAttribute('href'), document.activeElement.innerText]")
    if not (first[0] or "").startswith("#"):
        return [f"the first stop of the keyboard is {first}, not a link that skips to the page"]
    if not page.evaluate("""() => { const box = document.activeElement.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.bottom > 0 }"""):
        return ["the link that skips to the page is not seen when it has the focus"]
    keys.press("Enter")
    for _ in range(most):
        keys.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#thread')"):
            seen = page.evaluate("""() => { const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' || style.boxShadow !== 'none' }""")
            return [] if seen else ["the focus in the thread cannot be seen"]
    return [f"the thread (#thread) was not reached in {most} stops"]


def thread_is_told(visitor, path):
    """The thread is a picture with a name, and the same is there to read as text."""
    visitor.go(path)
    wrong = []
    if visitor.page.locator("#thread svg").count() == 0:
        wrong.append("has no picture in #thread")
    if visitor.page.locator("#thread svg[role=img] title, #thread svg[aria-label], "
                            "#thread svg[aria-labelledby]").count() == 0:
        wrong.append("the picture in #thread has no name")
    if visitor.page.locator("#thread table, #thread ol, #thread ul, #thread dl").count() == 0:
        wrong.append("#thread has no text beside its picture")
    return wrong


def prints(visitor, path, name="child"):
    """The page can be printed: a PDF of at least one sheet, with what is folded away on the screen."""
    visitor.go(path)
    PICTURES.mkdir(parents=True, exist_ok=True)
    sheet = visitor.page.pdf(format="A4", path=str(PICTURES / f"{name}.pdf"))
    wrong = [] if sheet.startswith(b"%PDF") and len(sheet) > 3000 else [f"printed {len(sheet)} bytes"]
    visitor.page.emulate_media(media="print")
    folded = visitor.page.evaluate("""[...document.querySelectorAll("details > :not(summary)")]
        .filter(one => !one.checkVisibility()).length""")
    visitor.page.emulate_media(media="screen")
    return wrong + ([f"{folded} parts stay folded away on paper"] if folded else [])


def door_is_shut(kith, paths):
    """Without signing in every page leads to the door and shows nothing."""
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    wrong = []
    for path in paths:
        try:
            answer = urllib.request.build_opener(Stay).open(kith.url + path, timeout=20)
            wrong.append(f"{path} answered {answer.status} to somebody who is not signed in")
        except urllib.error.HTTPError as refusal:
            to = refusal.headers.get("Location", "")
            if not (refusal.code in (401, 403) or refusal.code in (302, 303) and "/sign-in" in to):
                wrong.append(f"{path} answered {refusal.code} {to}")
    return wrong


def headers_are_strict(kith):
    """No script or style may stand in a page, no other site may frame it, and nothing is kept by caches."""
    answer = urllib.request.urlopen(kith.url + "/sign-in", timeout=20)
    policy = answer.headers.get("Content-Security-Policy", "")
    wrong = [f"the policy lacks {part}: {policy}" for part in ("default-src", "frame-ancestors 'none'",
             "form-action 'self'", "base-uri") if part not in policy]
    wrong += [f"the policy allows {part}" for part in ("unsafe-inline", "unsafe-eval", "*") if part in policy]
    if answer.headers.get("X-Content-Type-Options") != "nosniff":
        wrong.append("X-Content-Type-Options is not nosniff")
    return wrong


def session_is_closed_to_scripts(visitor):
    """Every cookie is HttpOnly and SameSite, and none can be read by a script."""
    cookies = visitor.window.cookies()
    wrong = [] if cookies else ["there is no session cookie"]
    for cookie in cookies:
        if not cookie["httpOnly"] or cookie["sameSite"] not in ("Lax", "Strict"):
            wrong.append(f"{cookie['name']} is {json.dumps({k: cookie[k] for k in ('httpOnly', 'sameSite')})}")
    visitor.go("/families")
    if visitor.page.evaluate("document.cookie"):
        wrong.append("a script can read the session")
    return wrong




def tab_to(visitor, place, most=80):
    """Goes on by the keyboard until `place` has the focus; False where it is not reached."""
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        if visitor.page.locator(f"{place}:focus").count():
            return True
    return False


def meeting_is_written_down(visitor, family, title):
    """From the family's page and back to it without a mouse: kept once, and seen at once."""
    visitor.go(family)
    page, keys = visitor.page, visitor.page.keyboard
    if not tab_to(visitor, "a[href$='/encounters']"):
        return ["the way to the form is not reached"]
    with page.expect_navigation():
        keys.press("Enter")
    form = visitor.at()
    page.fill("#day", "2026-11-02")
    for place, said in [("#kind", " "), ("#met", "Seen"), ("#title", title), ("#words", "We talked.\nThen tea.")]:
        if not tab_to(visitor, place):
            return [f"{place} is not reached"]
        keys.type(said)
    if not tab_to(visitor, "main button"):
        return ["the button is not reached"]
    with page.expect_navigation():
        keys.press("Enter")
    if "told=meeting" not in visitor.at():
        return [f"it led to {visitor.at()}: {page.locator('main').inner_text()[:200]}"]
    wrong = [] if page.get_by_role("heading", name=title, exact=True).count() == 1 else ["it is not shown once"]
    page.go_back(wait_until="load")
    if visitor.at() != form or "is written down" not in page.locator("h1").inner_text():
        wrong.append(f"going back led to {visitor.at()}: {page.locator('h1').inner_text()}")
    return wrong


def faults_lead_to_fields(visitor, path):
    """A form that must be put right keeps what was typed, is accessible, fits, and leads to each field."""
    visitor.go(path)
    page = visitor.page
    page.fill("#day", "2099-01-01")
    page.check("#kind")
    page.fill("#title", "Typed once")
    with page.expect_navigation():
        page.click("main button")
    wrong = [f"axe {one['id']}" for one in Axe().run(page, options=STANDARD).response["violations"]]
    if page.input_value("#title") != "Typed once" or page.input_value("#day") != "2099-01-01":
        wrong.append("what was typed is gone")
    links = page.locator(".faults a")
    if links.count() != 2:
        wrong.append(f"{links.count()} faults instead of 2")
    for link in links.all():
        place = link.get_attribute("href")
        link.click()
        if page.locator(place).count() != 1 or page.locator(place).get_attribute("aria-invalid") != "true":
            wrong.append(f"{place} is no field that says it is wrong")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append("is wider than its window")
    visitor.take_trouble()
    return wrong


def double_click_keeps_once(visitor, family, path):
    visitor.go(path)
    page = visitor.page
    page.fill("#day", "2026-11-03")
    page.check("#kind")
    page.select_option("#met", index=1)
    page.fill("#title", "Clicked twice")
    page.dblclick("main button")
    page.wait_for_url("**told=meeting**")
    visitor.go(family)
    times = page.get_by_role("heading", name="Clicked twice", exact=True).count()
    return [] if times == 1 else [f"it was kept {times} times"]
