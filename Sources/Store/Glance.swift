/// Where an authority stands at one moment.
struct Glimpse: Sendable {
  /// Its last telling; 0 where nothing was told yet.
  let telling: Int
  /// How often something was announced (`Writing.announce`).
  let news: Int
}

/// What a page asks of the store at its beginning: where it costs a way to a server, it is asked beside
/// the page's own questions, and whatever the page keeps in memory is compared with the same answer.
public struct Glance: Sendable {
  let authority: Int
  fileprivate let asked: Asked

  fileprivate enum Asked: Sendable {
    case answered(Glimpse)
    case underWay(Task<Glimpse, any Error>)
  }

  /// True where the answer is there already.
  public var isAnswered: Bool {
    if case .answered = asked { return true }
    return false
  }

  /// How often something was announced, at some moment after the glance began.
  public var news: Int {
    get async throws {
      switch asked {
      case .answered(let glimpse): glimpse.news
      case .underWay(let task): try await task.value.news
      }
    }
  }

  fileprivate var telling: Int? {
    get async throws {
      switch asked {
      case .answered(let glimpse): glimpse.telling
      case .underWay(let task): try await task.value.telling
      }
    }
  }
}

extension Store {
  /// Begins to ask where an authority stands, and hands on the store that knows of the question.
  public func glance(at authority: Int) async throws -> (store: Store, glance: Glance) {
    guard engine.isFar else {
      let question = schema.newsQuestion(authority)
      let glimpse = try await engine.read(for: scope) { session in
        let reading = Reading(session: session)
        return Glimpse(
          telling: try reading.count("SELECT max(seq) FROM telling WHERE authority = \(authority)"),
          news: try reading.count(question))
      }
      let glance = Glance(authority: authority, asked: .answered(glimpse))
      return (with(glance), glance)
    }
    let engine = engine
    let task = Task {
      try await engine.glimpse(of: authority) ?? Glimpse(telling: 0, news: 0)
    }
    let glance = Glance(authority: authority, asked: .underWay(task))
    return (with(glance), glance)
  }

  /// The last telling where it was asked beside a reading; nil where the reading has to ask.
  func lastTelling(of authority: Int) async throws -> Int? {
    if let glance, glance.authority == authority { return try await glance.telling }
    return try await engine.glimpse(of: authority)?.telling
  }

  private func with(_ glance: Glance) -> Store {
    Store(
      engine: engine, schema: schema, key: key, location: location, keeping: keeping, scope: scope,
      observer: observer, memory: memory, glance: glance, isReadOnly: isReadOnly)
  }
}

extension Writing {
  /// Lets every running program know that the door's own tables have changed, once this is kept.
  public func announce(in table: Table, authority: Int) throws {
    let name = SQL(made: "\"\(table.name)\"")
    try run(
      """
      INSERT INTO \(name) (authority, number) VALUES (\(authority), 1)
      ON CONFLICT (authority) DO UPDATE SET number = \(name).number + 1
      """)
  }
}

extension Schema {
  /// Asks how often something was announced; always 0 where the schema has no such table.
  var newsQuestion: @Sendable (Int) -> SQL {
    guard let news else { return { _ in "SELECT CAST(0 AS BIGINT)" } }
    let table = "\"\(news)\""
    return { "SELECT number FROM \(SQL(made: table)) WHERE authority = \($0)" }
  }
}
