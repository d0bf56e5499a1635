import Crypto
public import Practice
public import Store

/// What a program that has an account may ask.
public enum ServiceScope: String, Sendable, CaseIterable {
  /// What was told, telling by telling.
  case feed
}

/// The accounts of other programs: each has a name, a token, and the one thing that it may ask.
public struct Services: Sendable {
  let store: Store
  let authority: Authority

  public init(of authority: Authority, in store: Store) {
    (self.store, self.authority) = (store, authority)
  }

  public struct Listed: Sendable {
    public let name: String
    public let scope: ServiceScope
    public let added: Instant
    public let ended: Instant?
  }

  /// Adds one and returns its token, which is kept nowhere.
  /// - Throws: `ServiceRefusal`.
  public func add(_ name: String, scope: ServiceScope, now: Instant) async throws -> String {
    let name = Accounts.spaced(name)
    guard !name.isEmpty, name.utf8.count <= Accounts.longestName,
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw ServiceRefusal.noName }
    let token = ServiceToken.new()
    let number = authority.number
    try await store.write { writing in
      let taken = try writing.reading.count(
        "SELECT count(*) FROM service_account WHERE authority = \(number) AND name = \(name)")
      guard taken == 0 else { throw ServiceRefusal.nameTaken(name) }
      try writing.insert(
        DoorTables.service, authority: number,
        [
          .text(name), .bytes(token.digest), .text(scope.rawValue), now.bound, .null,
        ])
    }
    return token.text
  }

  public func all() async throws -> [Listed] {
    let number = authority.number
    return try await store.read { reading in
      try reading.all(
        """
        SELECT name, scope, added, ended FROM service_account
        WHERE authority = \(number) ORDER BY name
        """
      ) { row in
        Listed(
          name: row.text(0), scope: row.code(1) ?? .feed, added: row.instant(2),
          ended: row.instantIfAny(3))
      }
    }
  }

  /// Its token opens nothing from the next request on.
  /// - Throws: `ServiceRefusal.noSuch`.
  public func end(_ name: String, now: Instant) async throws {
    let (number, name) = (authority.number, Accounts.spaced(name))
    let ended = try await store.write { writing in
      try writing.run(
        """
        UPDATE service_account SET ended = \(now)
        WHERE authority = \(number) AND name = \(name) AND ended IS NULL
        """)
    }
    guard ended > 0 else { throw ServiceRefusal.noSuch(name) }
  }

  struct Found: Sendable {
    let name: String
    let scope: ServiceScope
  }

  /// Whom a token belongs to. It is asked of the store each time, so that one that has ended is known.
  func find(_ text: String) async throws -> Found? {
    guard let token = ServiceToken(text) else { return nil }
    let number = authority.number
    return try await store.read { reading in
      try reading.first(
        """
        SELECT name, scope FROM service_account WHERE authority = \(number)
        AND token_digest = \(Bound.bytes(token.digest)) AND ended IS NULL
        """
      ) { row in row.code(1).map { Found(name: row.text(0), scope: $0) } }.flatMap { $0 }
    }
  }
}

/// `kith_`, 256 random bits as 64 hexadecimal digits, and 8 digits that check them: a token that was cut
/// or mistyped is known without asking the store, and tools that look for secrets know one by its form.
struct ServiceToken {
  let text: String

  static func new() -> ServiceToken {
    let digits = Secret.hex(Secret.random(32))
    return ServiceToken(whole: "kith_\(digits)\(check(digits))")
  }

  /// Nil for anything that is no token by its form.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 77, bytes.prefix(5).elementsEqual("kith_".utf8) else { return nil }
    let digits = String(decoding: bytes[5..<69], as: UTF8.self)
    guard bytes.suffix(8).elementsEqual(Self.check(digits).utf8) else { return nil }
    self.text = text
  }

  private init(whole: String) { text = whole }

  var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  private static func check(_ digits: String) -> String {
    Secret.hex(SHA256.hash(data: Array("kith \(digits)".utf8)).prefix(4))
  }
}

/// Why the account of a program was not added or ended.
public enum ServiceRefusal: Refusal, Equatable {
  case noName
  case nameTaken(String)
  case noSuch(String)

  public var what: String {
    switch self {
    case .noName, .nameTaken: "The service account was not added."
    case .noSuch: "Nothing was ended."
    }
  }

  public var why: String {
    switch self {
    case .noName: "It has no name that can be typed and read."
    case .nameTaken(let name): "There is, or was, a service account \(name)."
    case .noSuch(let name): "There is no service account \(name), or it has ended."
    }
  }

  public var remedy: String {
    switch self {
    case .noName: "Name it after the program that will use it."
    case .nameTaken: "Choose a name that tells the two apart."
    case .noSuch: "See which there are with `kith service list`."
    }
  }
}
