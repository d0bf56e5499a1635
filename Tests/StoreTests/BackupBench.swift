import Foundation
import Practice
import Store

/// A small record beside which backups are made and put back, with a key of its own.
struct BackupBench {
  let record: SmallRecord
  let key: BackupKey

  init(_ schema: Schema = SmallRecord.schema) async throws {
    record = try await SmallRecord(schema)
    key = try BackupKey.existingOrMade(
      file: record.folder.appendingPathComponent("backup.key").path
    ).key
  }

  func remove() { record.remove() }
  func place(_ name: String) -> String { record.folder.appendingPathComponent(name).path }

  func backUp(_ name: String = "backup.kith") async throws -> ArchiveManifest {
    try await record.store.backup(to: place(name), key: key, now: SmallRecord.morning) { _ in }
  }

  func restore(
    _ name: String = "backup.kith", to target: String = "restored.db", until: Instant? = nil,
    key: BackupKey? = nil, schema: Schema = SmallRecord.schema
  ) async throws -> Filled {
    try await Store.restore(
      place(name), key: key ?? self.key, to: place(target), schema: schema, until: until,
      now: SmallRecord.morning, deriving: { _, _ in }, progress: { _ in })
  }

  /// Opened with the key of the seals, which lies in the same folder.
  func open(_ name: String = "restored.db", _ schema: Schema = SmallRecord.schema) async throws
    -> Store
  {
    try await Store.open(at: place(name), schema: schema, now: SmallRecord.morning)
  }

  func bytes(_ name: String = "backup.kith") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: place(name)))
  }

  func write(_ bytes: Data, _ name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: place(name)))
  }

  /// Names in the folder that begin so.
  func names(_ beginning: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: record.folder.path)
      .filter { $0.hasPrefix(beginning) }.sorted()
  }
}
