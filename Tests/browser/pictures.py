"""Makes the pictures of the papers from a demonstration authority, so that they show what is there.

    .build/test-venv/bin/python Tests/browser/pictures.py --kith .build/release/kith
"""

import argparse

from served import ROOT, Served
from visitor import Visitor, addresses, browser

FOLDER = ROOT / "docs" / "pictures"


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", default=".build/release/kith")
    ask.add_argument("--families", type=int, default=200)
    ask.add_argument("--child", help="search words that find the child whose thread is shown")
    wish = ask.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with Served(wish.kith, families=wish.families) as kith, browser() as chromium:
        for scheme in ("light", "dark"):
            visitor = Visitor(chromium, kith, 1200, 800, scheme).sign_in()
            pages = addresses(visitor)
            if wish.child:
                pages["child"] = visitor.first_link(
                    "/search?q=" + wish.child.replace(" ", "+"), "/children/[^/?#]+")
            visitor.go(pages["child"])
            thread = visitor.page.locator("#thread")
            thread.screenshot(path=str(FOLDER / ("thread.png" if scheme == "light" else "thread-dark.png")))
            if scheme == "light":
                for name in ("family", "service", "team"):
                    visitor.go(pages[name])
                    visitor.page.screenshot(path=str(FOLDER / f"{name}.png"))
            visitor.close()
    print("\n".join(sorted(str(picture.relative_to(ROOT)) for picture in FOLDER.glob("*.png"))))


if __name__ == "__main__":
    main()
