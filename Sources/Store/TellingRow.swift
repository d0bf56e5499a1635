public import Practice

/// One deed as it is kept: who told it, when it was recorded, when it happened, for whose story.
public struct TellingRow: Sendable, Equatable {
  /// Made by whoever tells; the same id told twice is kept once.
  public let id: ID<Telling>
  /// The deed's name, such as `RecordEncounter`.
  public let deed: String
  /// The account that told it, or the command: `import ssda903`.
  public let teller: String
  public let recorded: Instant
  /// The day it is about, where it is about one.
  public let happened: Day?
  /// The family or person whose story it belongs to.
  public let story: ID<Story>?
  /// What a reader should know about it: the name and digest of an imported file.
  public let note: String?

  public init(
    id: ID<Telling>, deed: String, teller: String, recorded: Instant, happened: Day? = nil,
    story: ID<Story>? = nil, note: String? = nil
  ) {
    self.id = id
    self.deed = deed
    self.teller = teller
    self.recorded = recorded
    self.happened = happened
    self.story = story
    self.note = note
  }

  /// Should the machine's clock have gone back, the order of tellings still holds.
  func recorded(noEarlierThan earliest: Instant) -> TellingRow {
    guard recorded < earliest else { return self }
    return TellingRow(
      id: id, deed: deed, teller: teller, recorded: earliest, happened: happened, story: story,
      note: note)
  }

  func write(to bytes: inout CanonicalBytes) {
    let values: [Bound] = [
      id.bound, .text(deed), .text(teller), recorded.bound, happened.bound, story.bound, note.bound,
    ]
    for (place, value) in values.enumerated() { bytes.value(value, at: place) }
  }
}

/// Phantom of whose story a telling belongs to: a family's, or a person's who has none yet.
public enum Story {}

/// What became of a telling.
public struct Kept: Sendable, Equatable {
  /// Its place in the authority's order, counted from 1.
  public let telling: Int
  /// True where the same telling had been kept before, and nothing was added now.
  public let already: Bool

  public init(telling: Int, already: Bool) {
    self.telling = telling
    self.already = already
  }
}

/// The store's own tables, which every store has from its first version.
enum Book {
  static let authority = Table(
    "authority", .door, key: ["code"],
    [
      Column("code", .text), Column("name", .text), Column("added", .instant),
    ])

  static let telling = Table(
    "telling", .door, key: ["seq"],
    indexes: [Table.Index("id", unique: true), Table.Index("story", "seq")],
    [
      Column("seq", .integer), Column("id", .id), Column("deed", .text), Column("teller", .text),
      Column("recorded", .instant), Column("happened", .day, optional: true),
      Column("story", .id, optional: true), Column("note", .text, optional: true),
      Column("facts", .integer), Column("content", .bytes), Column("seal", .bytes),
    ])
}
