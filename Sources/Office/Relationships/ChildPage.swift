import Practice
import Store

/// The page of one child: who walks alongside, the thread, who knows them best, and what the record
/// says of their care.
enum ChildPage {
  /// `GET /children/ID?from=&to=`
  static func show(_ visit: Visit, _ id: ID<Person>) async throws -> Answer {
    let (authority, today) = (visit.actor.authority.number, visit.actor.today)
    let found = try await visit.store.read { reading in
      try ChildDesk.facts(reading, authority, id, today: today)
    }
    guard let found else { return .notFound }
    var view = ChildView(
      facts: found, today: today, from: visit.query.day("from"), to: visit.query.day("to"))
    view.notice = RecordEncounterPage.notice(visit.query)
    view.mayTell = visit.actor.practitioner != nil && visit.may.allows(.meet)
    view.mayRead = visit.may.allows(.words)
    return .page(view.page(who: visit.who))
  }
}

/// The page as it is read, from top to bottom.
struct ChildView {
  let facts: ChildFacts
  let today: Day
  /// The period that the thread is shown for; all of it where neither is said.
  var from: Day?
  var to: Day?
  var notice: Notice?
  /// True for those who can write down that they met the child.
  var mayTell = false
  /// False for those who see who is alongside, and not what was written of the child.
  var mayRead = true

  func page(who: Frame.SignedIn?) -> [UInt8] {
    let family = facts.families.last
    return Frame(
      title: facts.full, here: .families, who: who,
      trail: family.map { [Frame.Crumb($0.name, Address("/families/", $0.id))] } ?? [],
      notice: notice
    ).page { write(to: &$0) }
  }

  func write(to page: inout HTML) {
    let (thread, encounters) = (facts.thread, facts.encounters)
    heading(&page)
    if mayTell, let family = facts.families.last {
      page.p {
        $0.a(
          "Write down a meeting",
          RecordEncounterPage.address(family.id, child: facts.child.description), .class("button"))
      }
    }
    ChildNow(facts: facts, today: today).write(to: &page)
    page.div(.id("thread")) { place in
      ThreadPicture(
        thread: ChildThread(thread, window: window(of: thread)), child: facts.spoken,
        born: facts.born, here: Address("/children/", facts.child)
      ).write(to: &place)
    }
    ChildKnown(facts: facts, encounters: encounters, today: today).write(to: &page)
    ChildFigures(facts: facts, encounters: encounters, today: today).write(to: &page)
    ChildCare(facts: facts, today: today).write(to: &page)
    if mayRead { ChildStated(facts: facts).write(to: &page) }
  }

  /// The period asked for, as far as anything is known of it.
  private func window(of thread: ThreadFacts) -> ThreadWindow {
    let whole = ThreadWindow.whole(thread, today: today)
    guard from != nil || to != nil else { return whole }
    let last = min(max(to ?? today, whole.first), today)
    return ThreadWindow(
      first: min(max(from ?? whole.first, whole.first), last), last: last, today: today)
  }

  private func heading(_ page: inout HTML) {
    page.h1 { $0.name(facts.full) }
    let about = about
    if !about.isEmpty { page.p(about.joined(separator: " · "), .class("lead")) }
    if !facts.hasName {
      page.p(
        "A return told of this child without a name. Everything that it said is here.",
        .class("quiet"))
    }
    if let other = otherNames {
      page.p(.class("quiet")) { p in
        p.text("Also known as ")
        p.name(other)
      }
    }
  }

  /// "8 years old", "they/them", "in care": what to know before anything else.
  private var about: [String] {
    var words: [String] = []
    if let died = facts.about?.value.person.died {
      words.append("died on \(died.inWords)")
    } else if let born = facts.born, born <= today {
      let age = born.age(on: today)
      words.append(age == 0 ? "born \(born.inWords)" : age == 1 ? "1 year old" : "\(age) years old")
    }
    if let pronouns = facts.detail?.pronouns { words.append(pronouns) }
    if let language = facts.detail?.language {
      words.append(
        facts.detail?.interpreter == true
          ? "speaks \(language), with an interpreter" : "speaks \(language)")
    }
    let status = facts.care.last { $0.value.period.holds(on: today) }?.value.legalStatus
    if let status { words.append("in care: \(status.words.lowercasedFirst)") }
    return words
  }

  private var otherNames: String? {
    let others = facts.names.map(\.value.full).filter { $0 != facts.full }
    let distinct = others.reduce(into: [String]()) { kept, name in
      if !kept.contains(name) { kept.append(name) }
    }
    return distinct.isEmpty ? nil : distinct.joined(separator: ", ")
  }
}
