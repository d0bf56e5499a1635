import Practice
import Store

/// Whether what a row states is news: how it stands to what the history knows.
extension Scribe {
  /// What is to be told, and the fact in whose place it stands.
  struct News<Value> {
    let value: Value
    let instead: ID<Fact>?
  }

  /// What a row adds to what is known; nil where it adds nothing, because the same is known, or
  /// because a later collection has stated it otherwise: years are handed over in any order, and the
  /// latest word stands.
  ///
  /// A fact that this very file has stated is never superseded: two rows of one day are two things.
  /// - Parameters:
  ///   - sameThing: true for what may be the thing that the row is about.
  ///   - likely: of several such, which it is.
  ///   - value: what the row says, with what was known of the thing and the row does not say.
  func news<Value: Equatable>(
    _ known: [Told<Value>], sameThing: (Value) -> Bool, likely: (Value) -> Bool,
    value: (Value?) -> Value
  ) throws -> News<Value>? {
    let same = known.filter { sameThing($0.value) }
    if same.isEmpty { return News(value: value(nil), instead: nil) }
    if let equal = same.first(where: { value($0.value) == $0.value }) {
      met.insert(equal.fact)
      return nil
    }
    let free = same.filter { $0.telling != 0 && !met.contains($0.fact) }
    guard
      let before = free.first(where: { likely($0.value) }) ?? (free.count == 1 ? free.first : nil)
    else { return News(value: value(nil), instead: nil) }
    guard try !isOfLaterCollection(before) else {
      met.insert(before.fact)
      return nil
    }
    return News(value: value(before.value), instead: before.fact)
  }

  /// Tells the news, and adds it to what is known.
  func tell<Value>(
    _ news: News<Value>, in known: inout [Told<Value>],
    _ row: (ID<Fact>, ID<Fact>?, String?) -> FactRow
  ) throws {
    let fact: ID<Fact> = newID()
    try tell(row(fact, news.instead, news.instead.map { _ in because }))
    if news.instead != nil { known.removeAll { $0.fact == news.instead } }
    known.append(Told(fact: fact, telling: 0, value: news.value))
  }

  /// True where a later collection of the same return stated the fact.
  func isOfLaterCollection(_ fact: Told<some Sendable>?) throws -> Bool {
    guard let telling = fact?.telling, telling > 0, !edition.isEmpty else { return false }
    if let known = later[telling] { return known }
    let note = try reading.first(
      "SELECT note FROM telling WHERE authority = \(authority) AND seq = \(telling)"
    ) { $0.textIfAny(0) }
    // As `ImportRun.telling` writes it: "ssda903 2025-26: episodes.csv, SHA-256 …".
    let stated = (note ?? "")?.prefix { $0 != ":" }.split(separator: " ") ?? []
    let isLater = stated.count == 2 && stated[0] == source && stated[1] > edition
    later[telling] = isLater
    return isLater
  }
}
