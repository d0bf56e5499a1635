import Foundation
public import Practice

/// A folder in which the backups of one store follow each other, each called by its instant:
/// `kith-2026-03-31T215959-000Z.kith`.
public struct BackupFolder: Sendable {
  public let path: String
  private static let beginning = "kith-"
  public static let ending = ".kith"

  /// - Throws: `StoreRefusal.cannotOpen` where there is no folder and none can be made.
  public init(making path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw StoreRefusal.cannotOpen(path) }
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

  /// The backups there, the newest first.
  public func all() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter(Self.isBackup).sorted(by: >)
      .map { URL(fileURLWithPath: path).appendingPathComponent($0).path }
  }

  /// Removes all but the newest `count`, and returns what was removed. Other files are left alone.
  public func keep(newest count: Int) throws -> [String] {
    let old = Array(all().dropFirst(max(count, 1)))
    for path in old { try FileManager.default.removeItem(atPath: path) }
    return old
  }

  private static func isBackup(_ name: String) -> Bool {
    guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return false }
    let middle = name.dropFirst(beginning.count).dropLast(ending.count)
    return middle.utf8.count == 22
      && middle.utf8.allSatisfy {
        (48...57).contains($0) || $0 == 45 || $0 == 84 || $0 == 90
      }
  }
}
