import Foundation
public import Practice

/// The heads of the chains, written outside the store: a file beside it, or one on another disk
/// (`KITH_ANCHOR`). A chain alone cannot show that its tail was cut or that all of it was made anew;
/// a head kept elsewhere can.
public enum Anchor {
  /// A head is anchored again after this many tellings, or when this much time has passed.
  public static let everyTellings = 1000
  public static let everySeconds = 600

  static func path(beside location: String) -> String {
    ProcessInfo.processInfo.environment["KITH_ANCHOR"] ?? location + ".heads"
  }

  /// Adds where each chain stands to the end of the file, one line each.
  static func append(_ heads: [Head], beside location: String, now: Instant) throws {
    guard !heads.isEmpty else { return }
    let path = path(beside: location)
    let manager = FileManager.default
    if !manager.fileExists(atPath: path) {
      _ = manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw Rights.barToWriting(path) ?? .cannotOpen(path)
    }
    defer { try? file.close() }
    try file.seekToEnd()
    let lines = heads.map { "\($0.authority) \($0.telling) \($0.sealInHex) \(now)\n" }
    try file.write(contentsOf: Data(lines.joined().utf8))
    try file.synchronize()
  }

  /// Seals by authority and telling; empty where nothing was anchored yet.
  static func read(beside location: String) -> [String: [Int: String]] {
    guard let data = FileManager.default.contents(atPath: path(beside: location)) else {
      return [:]
    }
    var anchors: [String: [Int: String]] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 3, let telling = Int(words[1]) else { continue }
      anchors[String(words[0]), default: [:]][telling] = String(words[2])
    }
    return anchors
  }
}

extension Store {
  /// Where each chain stands now.
  public func heads() async throws -> [Head] {
    try await read { reading in
      try reading.all(
        """
        SELECT a.code, t.seq, t.seal FROM authority a JOIN telling t ON t.authority = a.authority
        WHERE t.seq = (SELECT max(seq) FROM telling WHERE authority = a.authority)
        ORDER BY a.authority
        """
      ) { Head(authority: $0.text(0), telling: $0.int(1), seal: $0.bytes(2)) }
    }
  }

  /// Writes the heads outside where they have moved on since they were last written.
  public func anchor(now: Instant) async throws {
    let known = Anchor.read(beside: keeping)
    let moved = try await heads().filter { known[$0.authority]?[$0.telling] == nil }
    try Anchor.append(moved, beside: keeping, now: now)
  }
}
