"""Goes through Kith as people do, in a real browser, and says what does not hold.

    python Tests/browser/run.py --kith .build/debug/kith [--families 40] [--only WORD]

Ends with `N passed, N failed`, and with 1 where any failed. Pictures are left in .build/pictures.
"""

import argparse
import sys
import traceback

import checks
import door
import searching
from served import Served
from visitor import Visitor, addresses, browser

WINDOWS = [(1280, 900, "light"), (1280, 900, "dark"), (360, 740, "light"), (360, 740, "dark")]


class Tally:
    def __init__(self, only):
        self.only, self.passed, self.failed = only, 0, 0

    def check(self, name, hold):
        """Runs one check; a check that breaks off has failed, and the next one runs all the same."""
        if self.only and self.only not in name:
            return
        try:
            wrong = hold()
        except Exception:
            wrong = [traceback.format_exc(limit=-3)]
        if wrong:
            self.failed += 1
            print(f"✘ {name}")
            for line in wrong:
                print(f"    {line}")
        else:
            self.passed += 1
            print(f"✔ {name}")
        sys.stdout.flush()


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", default=".build/debug/kith")
    ask.add_argument("--families", type=int, default=40)
    ask.add_argument("--store", help="a store that is there already, instead of a new demonstration")
    ask.add_argument("--only", help="only the checks whose name holds this word")
    wish = ask.parse_args()
    tally = Tally(wish.only)
    with Served(wish.kith, families=wish.families, store=wish.store) as kith, browser() as chromium:
        at_the_door(tally, kith, chromium)
        guide = Visitor(chromium, kith).sign_in()
        pages = addresses(guide)
        for name, path in pages.items():
            if path is None:
                tally.check(f"{name}: there is a way to it", lambda: ["no link leads there"])
        pages = {name: path for name, path in pages.items() if path}
        every_page(tally, kith, chromium, pages)
        the_child(tally, guide, pages.get("child"))
        the_meeting(tally, kith, chromium, pages)
        tally.check("door: every page is shut to strangers",
                    lambda: checks.door_is_shut(kith, pages.values()))
        tally.check("door: the session is closed to scripts",
                    lambda: checks.session_is_closed_to_scripts(guide))
        tally.check("search: words stay words", lambda: searching.words_stay_words(guide))
        tally.check("search: what was written of a meeting is found, marked, and leads to the family",
                    lambda: searching.what_was_written_is_found(guide))
        the_door(tally, kith, chromium, pages)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


def at_the_door(tally, kith, chromium):
    tally.check("door: headers are strict", lambda: checks.headers_are_strict(kith))

    def wrong_password():
        stranger = Visitor(chromium, kith).sign_in(password="not the password")
        said = stranger.page.locator("main").inner_text()
        shut = "/sign-in" in stranger.at() and stranger.go("/families") and "/sign-in" in stranger.at()
        stranger.close()
        return [] if shut and "password" in said.lower() else [f"a wrong password led to: {said[:200]}"]

    tally.check("door: a wrong password is refused in words", wrong_password)
    for width, height, scheme in WINDOWS:
        stranger = Visitor(chromium, kith, width, height, scheme)
        tally.check(f"sign-in at {width} px, {scheme}", lambda: checks.page_holds(
            stranger, "sign-in", "/sign-in", f"{width}-{scheme}"))
        stranger.close()


def the_door(tally, kith, chromium, pages):
    tally.check("door: invited, with a second step, and gone",
                lambda: door.invited(kith, chromium))
    tally.check("door: the same in the dark, on a desk",
                lambda: door.invited(kith, chromium, "dark", 1280, "Noor Aziz-Khan"))
    tally.check("door: signed out from another window", lambda: door.signed_out_elsewhere(kith, chromium))
    if not pages.get("meeting"):
        return
    for scripts in (True, False):
        name = "with" if scripts else "without"
        tally.check(f"door: nothing typed is lost when the session ends, {name} scripts",
                    lambda: door.nothing_typed_is_lost(kith, chromium, pages["meeting"], scripts))


def every_page(tally, kith, chromium, pages):
    for account, theirs in by_account(pages).items():
        for width, height, scheme in WINDOWS:
            visitor = Visitor(chromium, kith, width, height, scheme).sign_in(account)
            for name, path in theirs.items():
                tally.check(f"{name} at {width} px, {scheme}", lambda: checks.page_holds(
                    visitor, name, path, f"{width}-{scheme}"))
            visitor.close()
        narrow = Visitor(chromium, kith, 320, 640).sign_in(account)
        for name, path in theirs.items():
            tally.check(f"{name} fits 320 px", lambda: checks.fits(narrow, path))
        narrow.close()
        plain = Visitor(chromium, kith, scripts=False).sign_in(account)
        for name, path in theirs.items():
            tally.check(f"{name} without scripts", lambda: [] if plain.go(path) == 200
                        and plain.page.locator("h1").count() == 1 else ["did not answer"])
        plain.close()


def by_account(pages):
    """The pages that each account looks at; None for the guide, who has most to see."""
    accounts = {}
    for name, path in pages.items():
        accounts.setdefault(getattr(path, "account", None), {})[name] = path
    return accounts


def the_child(tally, visitor, path):
    if path is None:
        return
    tally.check("child: the thread is told in picture and words",
                lambda: checks.thread_is_told(visitor, path))
    tally.check("child: the keyboard reaches the thread",
                lambda: checks.keyboard_reaches_thread(visitor, path))
    tally.check("child: prints", lambda: checks.prints(visitor, path))


def the_meeting(tally, kith, chromium, pages):
    if not pages.get("meeting"):
        return
    for name, scripts in [("by keyboard", True), ("by keyboard, without scripts", False)]:
        visitor = Visitor(chromium, kith, 320, 640, scripts=scripts).sign_in()
        tally.check(f"meeting: is written down {name}",
                    lambda: checks.meeting_is_written_down(visitor, pages["family"], name))
        visitor.close()
    visitor = Visitor(chromium, kith, 320, 640).sign_in()
    tally.check("meeting: what must be put right leads to its field",
                lambda: checks.faults_lead_to_fields(visitor, pages["meeting"]))
    tally.check("meeting: a double click keeps it once",
                lambda: checks.double_click_keeps_once(visitor, pages["family"], pages["meeting"]))
    tally.check("meeting: prints", lambda: checks.prints(visitor, pages["meeting"], "meeting"))
    visitor.close()


if __name__ == "__main__":
    sys.exit(main())
