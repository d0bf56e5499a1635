/// A table as every engine understands it; `Store/<engine>` prints it in its own words.
public struct Table: Sendable {
  /// What its rows are, which decides what the store does with them.
  public enum Nature: Sendable, Equatable {
    /// Facts told, never changed; a later fact may supersede one. Adds the columns `id`, `telling`,
    /// `supersedes`, `because`, `withdrawn`.
    case fact
    /// Facts told as part of another fact of the same telling, and superseded with it. Adds
    /// `telling`.
    case part
    /// Made from facts for speed; may be thrown away and made again.
    case derived
    /// The door's own: accounts and sessions, which change and end.
    case door
  }

  public let name: String
  public let nature: Nature
  /// All columns in order, those that the nature adds included; `authority` comes first.
  public let columns: [Column]
  /// The columns that order the rows on disk and are unique together.
  public let key: [String]
  public let indexes: [Index]
  /// True where no reading of it is ever kept in memory: what is told in it makes nothing stale.
  public private(set) var isAskedAnew = false
  /// The texts by whose words a fact is found; nil where none is looked for.
  public let searched: Searched?

  /// - Parameters:
  ///   - own: the table's own columns.
  ///   - key: unique together with `authority`, which leads them. Facts are ordered by `id` where
  ///     it is empty.
  public init(
    _ name: String, _ nature: Nature, key: [String] = [], indexes: [Index] = [],
    searched: Searched? = nil, _ own: [Column]
  ) {
    self.name = name
    self.searched = searched
    self.nature = nature
    var columns = [Column("authority", .integer)]
    switch nature {
    case .fact:
      columns += [
        Column("id", .id), Column("telling", .integer), Column("supersedes", .id, optional: true),
        Column("because", .text, optional: true), Column("withdrawn", .flag),
      ]
    case .part, .derived, .door: break
    }
    columns += own
    // Last of all: the engine of one file checks a clustered table rightly only where its last
    // column is no part of the key.
    if nature == .part { columns.append(Column("telling", .integer)) }
    self.columns = columns
    self.key = ["authority"] + (key.isEmpty && nature == .fact ? ["id"] : key)
    self.indexes = indexes
  }

  public struct Index: Sendable {
    public let columns: [String]
    public let unique: Bool

    public init(_ columns: String..., unique: Bool = false) {
      self.columns = ["authority"] + columns
      self.unique = unique
    }
  }

  /// Texts whose words are kept in an index of the engine's own, which `Reading.found` asks.
  public struct Searched: Sendable {
    public let texts: [String]
    /// The column of the day by which what is found is put in order.
    public let day: String

    public init(_ texts: String..., by day: String) {
      self.texts = texts
      self.day = day
    }
  }

  /// The same table, of which no reading is kept in memory: very much is told in it, and seldom asked.
  public func askedAnew() -> Table {
    var table = self
    table.isAskedAnew = true
    return table
  }

  func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

/// A column with everything that the engine is asked to guard.
public struct Column: Sendable {
  public enum Kind: Sendable { case id, integer, real, text, bytes, day, instant, flag }
  public let name: String
  public let kind: Kind
  public let optional: Bool
  /// The table whose `id` it holds.
  public let references: String?
  /// The only values it may hold.
  public let allowed: [String]?
  /// A rule over the columns of the row.
  public let check: String?
  /// False for what a row's place in the store says of it, and not whoever told it.
  let isDigested: Bool

  public init(
    _ name: StaticString, _ kind: Kind, optional: Bool = false, references: StaticString? = nil,
    allowed: [String]? = nil, check: StaticString? = nil
  ) {
    self.name = name.description
    self.kind = kind
    self.optional = optional
    self.references = references?.description
    self.allowed = allowed
    self.check = check?.description
    isDigested = self.name != "authority" && self.name != "telling"
  }

  /// A column that holds one of the cases of a code.
  public init<Code: CaseIterable & RawRepresentable>(
    _ name: StaticString, _ code: Code.Type, optional: Bool = false
  ) where Code.RawValue == String {
    self.init(name, .text, optional: optional, allowed: Code.allCases.map(\.rawValue))
  }
}

/// The tables of a store, by the version that brought each. Forward only: a released version is
/// never edited, the next one adds to it.
public struct Schema: Sendable {
  public struct Version: Sendable {
    public let number: Int
    public let creates: [Table]
    public let adds: [(table: String, column: Column)]

    public init(
      _ number: Int, creates: [Table] = [], adds: [(table: String, column: Column)] = []
    ) {
      self.number = number
      self.creates = creates
      self.adds = adds
    }
  }

  public let versions: [Version]
  /// The tables of what is told: facts and their parts.
  let told: [Table]
  /// Tables of the door that are true of one running service alone: no backup takes them along.
  public let passing: Set<String>
  /// The table that counts, in its column `number`, what every running program has to hear of.
  public let news: String?

  public init(_ versions: [Version], passing: Set<String> = [], news: String? = nil) {
    let versions = versions.sorted { $0.number < $1.number }
    self.versions = versions
    self.passing = passing
    self.news = news
    told = Self.standing(after: versions).filter { [.fact, .part].contains($0.nature) }
  }

  public var newest: Int { versions.last?.number ?? 0 }

  /// The tables as they stand after the newest version, in the order they were created.
  public var tables: [Table] { Self.standing(after: versions) }

  private static func standing(after versions: [Version]) -> [Table] {
    var tables: [Table] = []
    for version in versions {
      tables += version.creates
      for (name, column) in version.adds {
        guard let place = tables.firstIndex(where: { $0.name == name }) else { continue }
        tables[place] = tables[place].with(column)
      }
    }
    return tables
  }
}

extension Table {
  func with(_ column: Column) -> Table {
    var table = Table(
      name: name, nature: nature, columns: columns + [column], key: key, indexes: indexes,
      searched: searched)
    table.isAskedAnew = isAskedAnew
    return table
  }

  private init(
    name: String, nature: Nature, columns: [Column], key: [String], indexes: [Index],
    searched: Searched?
  ) {
    self.name = name
    self.nature = nature
    self.columns = columns
    self.key = key
    self.indexes = indexes
    self.searched = searched
  }
}
