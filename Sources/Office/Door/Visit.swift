import Practice
import Store

/// One thing that a signed-in person asks: all that a page may know of whoever asks, and when.
struct Visit: Sendable {
  let actor: Actor
  let store: Store
  let now: Instant
  /// Stands in every form that posts, and proves that it came from a page of this session.
  let csrf: String
  let query: Query
  /// What was posted; empty where nothing was. Its `csrf` has been proven.
  let form: Form
  /// What they may do here.
  let may: May
  /// Where they asked from.
  var from = ""
  /// Where a page counts what only it knows of.
  var tallies = Tallies()
  /// For pages about one's own account alone.
  var own: Own?

  struct Own: Sendable {
    let site: Site
    let session: Session
    let knock: Knock
  }

  func with(_ form: Form, _ may: May) -> Visit {
    Visit(
      actor: actor, store: store, now: now, csrf: csrf, query: query, form: form, may: may,
      from: from, tallies: tallies, own: own)
  }

  /// Who the frame of a page names.
  var who: Frame.SignedIn {
    Frame.SignedIn(
      name: actor.account, role: actor.role.words, csrf: csrf, places: Place.all(for: may))
  }
}

/// What a page's handler gives back. The door adds headers, or makes the page itself.
enum Answer: Sendable {
  case page([UInt8])
  /// A form once more, with its faults and with what was typed.
  case asksAgain([UInt8])
  /// There is no such thing, or nothing that this person may know of; the two look alike.
  case notFound
  /// A table to be kept as a file.
  case csv([UInt8], name: StaticString)
  /// Lines of JSON for another program.
  case lines([UInt8])
  /// What another program has asked in a way that cannot be answered, and what would help (RFC 9457).
  case problem(String)
  /// Something was done: the browser asks for this page next.
  case seeOther(Address)
  /// The same, with a new token of the session in place of the old one.
  case signedInAnew(Address, token: String)
}
