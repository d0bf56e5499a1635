import Foundation
public import Practice

/// A folder in which the backups of one store follow each other, each called by its instant:
/// `kith-2026-03-31T215959-000Z.kith`.
public struct BackupFolder: Sendable {
  public let path: String
  private static let beginning = "kith-"
  public static let ending = ".kith"

  /// - Throws: `StoreRefusal.cannotOpen` or `.barred` where there is no folder and none can be made.
  public init(making path: String) throws {
    self.path = path
    try Store.makeFolder(path)
  }

  public init(_ path: String) { self.path = path }

  /// Where a backup made at `instant` is put, or something else that ends otherwise.
  public func place(for instant: Instant, ending: String = BackupFolder.ending) -> String {
    // 2026-03-31T21:59:59.123456Z, without the signs that some disks refuse in a name.
    let text = instant.description.filter { $0 != ":" }
    let parts = text.split(separator: ".")
    let name = Self.beginning + parts[0] + "-" + parts[1].prefix(3) + "Z" + ending
    return URL(fileURLWithPath: path).appendingPathComponent(name).path
  }

  /// A backup of the folder, and the instant at which the store stood so: what its name says, which no
  /// copying alters.
  public struct Found: Sendable, Equatable {
    public let path: String
    public let made: Instant
  }

  /// The backups there, the newest first; none where there is no folder.
  /// - Throws: `StoreRefusal.barred` where it may not be read.
  public func all() throws(StoreRefusal) -> [Found] {
    if let bar = Rights.barToReading(path) { throw bar }
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .compactMap { name in
        Self.instant(in: name).map {
          Found(path: URL(fileURLWithPath: path).appendingPathComponent(name).path, made: $0)
        }
      }
      .sorted { $0.made > $1.made }
  }

  /// Removes all but the newest `count`, and returns what was removed. Other files are left alone.
  public func keep(newest count: Int) throws -> [String] {
    let old = try all().dropFirst(max(count, 1)).map(\.path)
    for path in old { try FileManager.default.removeItem(atPath: path) }
    return old
  }

  /// Nil for a name that `place` does not give to a backup.
  private static func instant(in name: String) -> Instant? {
    guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return nil }
    // 2026-03-31T215959-000Z
    let text = Array(name.dropFirst(beginning.count).dropLast(ending.count).utf8)
    guard text.count == 22, text[17] == UInt8(ascii: "-") else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    return Instant("\(part(0..<13)):\(part(13..<15)):\(part(15..<17)).\(part(18..<22))")
  }
}
