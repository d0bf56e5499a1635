"""What must hold of the search: of what is typed, and of what is found. As in `checks.py`, a check returns
what is wrong."""

PAYLOADS = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>",
            '"\u0301 autofocus onfocus=alert(1) x="', "</title><script>alert(1)</script>", "\u202e<b>"]


def words_stay_words(visitor):
    """What somebody types comes back as text, whatever it looks like."""
    wrong = []
    visitor.take_trouble()
    for payload in PAYLOADS:
        visitor.go("/search")
        visitor.page.fill("main input[name=q]", payload)
        with visitor.page.expect_navigation():
            visitor.page.press("main input[name=q]", "Enter")
        if visitor.page.locator("main input[name=q]").input_value() != payload:
            wrong.append(f"{payload!r} did not come back as it was typed")
        if visitor.page.locator("main img, main b:has-text('x'), [onfocus], [onload], [onerror]").count():
            wrong.append(f"{payload!r} became markup")
    return wrong + visitor.take_trouble()


def what_was_written_is_found(visitor):
    """A meeting is found by a word of it, which stands out from its sentence."""
    visitor.take_trouble()
    visitor.go("/search?q=SCH%C3%93OL")
    page, wrong = visitor.page, []
    entries = page.locator("#written ~ ol.found > li")
    if not entries.count():
        return ["nothing was found of what was written"]
    for entry in entries.all():
        marked = entry.locator("mark").all_inner_texts()
        if not any(word.lower().startswith("school") for word in marked):
            wrong.append(f"what was found is not marked: {entry.inner_text()[:120]}")
    days = page.eval_on_selector_all("ol.found time", "all => all.map(t => t.dateTime)")
    if days != sorted(days, reverse=True):
        wrong.append(f"the newest is not first: {days}")
    name = entries.first.locator("h3 bdi").inner_text()
    with page.expect_navigation():
        entries.first.locator("h3 a").click()
    if name not in page.locator("h1").inner_text():
        wrong.append(f"{name} led to {page.locator('h1').inner_text()}")
    return wrong + visitor.take_trouble()
