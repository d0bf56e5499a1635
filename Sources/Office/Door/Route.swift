import HTTPTypes
import HummingbirdCore
import Practice

/// One address of the site, what may be done there, and who answers.
struct Route: Sendable {
  /// Answers whoever asks, signed in or not. Only the door itself has such rooms.
  typealias Open = @Sendable (Site, Knock) async throws -> Response
  /// Answers somebody who is signed in.
  typealias Handler = @Sendable (Visit) async throws -> Answer
  typealias HandlerOf<Of> = @Sendable (Visit, ID<Of>) async throws -> Answer

  enum Room: Sendable {
    case open(Open)
    case signedIn(@Sendable (Visit, ID<Fact>?) async throws -> Answer)
  }

  let method: HTTPRequest.Method
  let pattern: Pattern
  let room: Room
  /// What whoever asks must be allowed.
  let needs: Need
  /// Bytes that may be posted.
  let most: Int
  /// Its place among all routes.
  var row = 0
  /// Shows the form that is sent here with what was typed into it, and does nothing else: for whoever
  /// was signed out while writing.
  var again: (@Sendable (Visit, ID<Fact>?) async throws -> Answer)?

  /// Bytes of a form of words, and of one with files.
  static let words = 64 << 10
  static let upload = 64 << 20

  static func open(
    _ method: HTTPRequest.Method, _ path: StaticString, _ room: @escaping Open
  ) -> Route {
    Route(
      method: method, pattern: Pattern(path), room: .open(room), needs: .signedIn, most: words)
  }

  static func get(
    _ path: StaticString, needs: Need, _ show: @escaping Handler
  ) -> Route {
    Route(
      method: .get, pattern: Pattern(path), room: .signedIn { visit, _ in try await show(visit) },
      needs: needs, most: 0)
  }

  /// `path` holds the word `ID` where the id stands: `/families/ID`.
  static func get<Of>(
    _ path: StaticString, needs: Need, _ show: @escaping HandlerOf<Of>
  ) -> Route {
    Route(
      method: .get, pattern: Pattern(path), room: .signedIn(typed(show)), needs: needs, most: 0)
  }

  static func post(
    _ path: StaticString, needs: Need, most: Int = words, _ receive: @escaping Handler
  ) -> Route {
    Route(
      method: .post, pattern: Pattern(path),
      room: .signedIn { visit, _ in try await receive(visit) }, needs: needs, most: most)
  }

  static func post<Of>(
    _ path: StaticString, needs: Need, most: Int = words, _ receive: @escaping HandlerOf<Of>
  ) -> Route {
    Route(
      method: .post, pattern: Pattern(path), room: .signedIn(typed(receive)), needs: needs,
      most: most)
  }

  /// The same route, whose form can be shown again.
  func showing<Of>(again: @escaping HandlerOf<Of>) -> Route {
    var route = self
    route.again = Route.typed(again)
    return route
  }

  func showing(again: @escaping Handler) -> Route {
    var route = self
    route.again = { visit, _ in try await again(visit) }
    return route
  }

  private static func typed<Of>(
    _ handler: @escaping HandlerOf<Of>
  ) -> @Sendable (Visit, ID<Fact>?) async throws -> Answer {
    { visit, id in
      guard let id else { return .notFound }
      return try await handler(visit, ID(high: id.high, low: id.low))
    }
  }
}

/// The shape of an address: fixed; with one id where `ID` stands; or all below, where it ends in `*`.
struct Pattern: Sendable {
  let text: StaticString
  private let before: [UInt8]
  private let after: [UInt8]?
  private let isOpenEnded: Bool

  init(_ text: StaticString) {
    self.text = text
    let bytes = Array("\(text)".utf8)
    let mark = ByteSearch(for: Array("/ID".utf8)).first(in: bytes, from: 0)
    isOpenEnded = bytes.last == UInt8(ascii: "*")
    if let mark {
      before = Array(bytes[...mark])
      after = Array(bytes[(mark + 3)...])
    } else {
      before = isOpenEnded ? bytes.dropLast() : bytes
      after = nil
    }
  }

  var isSearch: Bool { before == Array("/search".utf8) }

  enum Match: Equatable {
    case none
    case fixed
    case id(ID<Fact>)
  }

  func match(_ path: Substring.UTF8View) -> Match {
    guard path.starts(with: before) else { return .none }
    let rest = path.dropFirst(before.count)
    guard let after else { return rest.isEmpty || isOpenEnded ? .fixed : .none }
    guard rest.count == 36 + after.count, rest.dropFirst(36).elementsEqual(after),
      let id = ID<Fact>(String(Substring(rest.prefix(36))))
    else { return .none }
    return .id(id)
  }
}
