import Practice
import Testing

@testable import Office

@Suite struct ThreadPictureTests {
  private let today = Day("2026-03-31")!
  private let leo = ID<Person>(high: 2, low: 1)

  @Test("A child with nobody is told how this fills, and is shown no picture")
  func empty() {
    let page = drawn(ThreadFacts(born: nil, tenures: [], names: [:]))
    #expect(page.has("Nobody has walked alongside Leo yet."))
    #expect(!page.has("wide-thread"))
  }

  @Test("Each part of the picture leads to a row of the table that is there")
  func links() {
    let page = drawn(twelveWorkers())
    let targets = page.components(between: "href=\"#", and: "\"").filter { $0 != "main" }
    #expect(targets.count > 30)
    for target in Set(targets) where target != "thread-title" {
      #expect(page.has("id=\"\(target)\""), "\(target)")
    }
  }

  @Test("Twelve workers and three hundred encounters stay under sixty kilobytes")
  func size() {
    let facts = twelveWorkers()
    #expect(facts.meetings.count == 300)
    let picture = picture(facts)
    let page = Frame(title: "Leo", here: .families).page { picture.write(to: &$0) }
    #expect(page.count < 60_000)
  }

  @Test("What the picture shows, the words tell: names, gaps, reasons, statuses, times met")
  func words() {
    let page = drawn(twelveWorkers())
    for words in [
      "Worker 7", "No social worker", "59 days", "passed on between teams",
      "the service was reorganised", "Care order", "Times met in each year",
    ] {
      #expect(page.has(words), "\(words)")
    }
  }

  @Test("Being passed on and reorganised have shapes of their own beside the ring")
  func shapes() {
    let page = drawn(twelveWorkers())
    #expect(page.has("mark promised") && page.has("knot-rim"))
  }

  @Test("A script in a name is only a strange name")
  func script() {
    var facts = twelveWorkers()
    for practitioner in facts.names.keys { facts.names[practitioner] = "<script>\"\u{301}x" }
    let page = drawn(facts)
    #expect(!page.has("<script"))
    #expect(page.has("&lt;script&gt;&quot;\u{301}x"))
  }

  @Test("The period that is shown is marked, and the others can be chosen")
  func zoom() {
    var facts = twelveWorkers()
    let first = today.adding(months: -24) + 1
    let window = ThreadWindow(first: first, last: today, today: today)
    let page = drawn(facts, window)
    let chosen = "?from=2024-04-01&amp;to=2026-03-31#thread-title\" aria-current=\"true\">2 years"
    #expect(page.has(chosen))
    facts.meetings = []
    #expect(drawn(facts, window).has("12 months"))
  }

  @Test("Neither numbers that are none nor styles get into a drawing")
  func clean() {
    let page = drawn(twelveWorkers())
    for refused in ["nan", "inf\"", " style="] { #expect(!page.has(refused), "\(refused)") }
  }

  @Test("Words find room by breaking between words, and Arabic and marks count as they stand")
  func lines() {
    #expect("Angharad Llywelyn ap Gwilym".lines(room: 7) == ["Angharad", "Llywelyn ap", "Gwilym"])
    #expect("".lines(room: 10).isEmpty)
    #expect("e\u{301}".breadth == "e".breadth)
  }

  private func twelveWorkers() -> ThreadFacts {
    let reasons: [ChangeReason] = [.firstContact, .standardTransfer, .restructure, .workerLeft]
    var facts = ThreadFacts(born: Day("2010-01-05"), tenures: [], names: [:])
    for place in 0..<12 {
      let who = ID<Practitioner>(high: 1, low: UInt64(place))
      let from = Day("2015-03-01")!.adding(months: place * 11)
      let until = Day("2015-03-01")!.adding(months: place * 11 + 11) - (place == 4 ? 60 : 0)
      facts.names[who] = "Worker \(place)"
      facts.tenures.append(
        Tenure(
          child: leo, practitioner: who,
          period: place == 11 ? Period(from: from) : Period(from: from, until: until)!,
          begun: reasons[place % 4]))
      for visit in 0..<25 {
        facts.meetings.append(
          ThreadMeeting(
            day: from + visit * 12, practitioner: who, kind: visit % 4 == 0 ? .call : .visit,
            seen: visit % 4 != 0, alone: visit % 3 == 0))
      }
    }
    facts.care = [
      CareEpisode(
        child: leo, period: Period(from: Day("2015-03-01")!), reasonBegun: "S",
        legalStatus: .careOrder, need: "N1", home: "U4")
    ]
    return facts
  }

  private func picture(_ facts: ThreadFacts, _ window: ThreadWindow? = nil) -> ThreadPicture {
    let thread = ChildThread(facts, window: window ?? .whole(facts, today: today))
    return ThreadPicture(
      thread: thread, child: "Leo", born: facts.born, here: Address("/children/", leo))
  }

  private func drawn(_ facts: ThreadFacts, _ window: ThreadWindow? = nil) -> String {
    var html = HTML()
    picture(facts, window).write(to: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func has(_ words: String) -> Bool { utf8.contains(sequence: words.utf8) }

  fileprivate func components(between start: String, and end: Character) -> [String] {
    split(separator: start).dropFirst().compactMap {
      $0.split(separator: end).first.map(String.init)
    }
  }
}
