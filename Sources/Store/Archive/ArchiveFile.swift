import Foundation
import Practice

/// An archive in a file: its header, then blocks, each squeezed and sealed with its number, the
/// archive's id and whether it is the last, so that none can be cut off, exchanged or repeated unseen.
struct ArchiveFile {
  /// A block's length is written before it, in four bytes, and one more says whether it is the last.
  private static let prefix = 5
  private static let mostInABlock = Squeezing.most

  let path: String
  let key: BackupKey
  let header: ArchiveHeader

  /// Writes what `fill` hands on, on a thread of its own: reading the store and sealing the blocks go
  /// on side by side.
  /// - Parameter fill: puts each block but the last, which it returns.
  static func write<Result>(
    _ kind: ArchiveHeader.Kind, to file: Unfinished, _ key: BackupKey, made: Instant,
    _ fill: (_ put: @escaping ([UInt8]) throws -> Void) async throws -> (Result, last: [UInt8])
  ) async throws -> Result {
    let header = ArchiveHeader(kind, made: made)
    try file.write(try header.bytes(key))
    let hatch = Hatch<(block: [UInt8], isLast: Bool)>(room: 4)
    let path = file.path
    let out = OneThreadAtATime(file)
    let sealing = SecondHand {
      do {
        let squeezing = Squeezing()
        var number = 1
        while let (block, isLast) = try hatch.take() {
          guard let small = squeezing.squeezed(block) else {
            throw StoreRefusal.failed("\(path): no memory to compress a block")
          }
          let sealed = try key.seal(
            small, binding: header.binding(block: number, isLast: isLast))
          var prefix: [UInt8] = []
          withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { prefix.append(contentsOf: $0) }
          prefix.append(isLast ? 1 : 0)
          try out.value.write(prefix)
          try out.value.write(sealed)
          number += 1
        }
      } catch {
        hatch.fail(error)
        throw error
      }
    }
    do {
      let (result, last) = try await fill { try hatch.put(($0, false)) }
      try hatch.put((last, true))
      hatch.end()
      try sealing.wait()
      return result
    } catch {
      hatch.fail(error)
      _ = try? sealing.wait()
      throw error
    }
  }

  /// - Throws: `ArchiveRefusal` where the file is no archive, or `key` is not its own.
  init(_ kind: ArchiveHeader.Kind, reading path: String, _ key: BackupKey) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Rights.barToReading(path) ?? .cannotOpen(path)
    }
    defer { try? file.close() }
    let bytes = try file.read(upToCount: ArchiveHeader.length) ?? Data()
    (self.path, self.key) = (path, key)
    header = try ArchiveHeader(kind, Array(bytes), of: path, key)
  }

  /// Calls `body` for each block in order, with its number.
  /// - Throws: `ArchiveRefusal` naming the first block that is damaged or missing.
  func each(_ body: (_ number: Int, _ block: [UInt8]) throws -> Void) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Rights.barToReading(path) ?? .cannotOpen(path)
    }
    defer { try? file.close() }
    let squeezing = Squeezing()
    try file.seek(toOffset: UInt64(ArchiveHeader.length))
    var number = 1
    while true {
      let prefix = try file.read(upToCount: Self.prefix) ?? Data()
      guard prefix.count == Self.prefix else { throw ArchiveRefusal.cut(path, after: number - 1) }
      let words = Array(prefix)
      let length = words[..<4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= Self.mostInABlock, words[4] <= 1 else {
        throw damaged(number, "Its length cannot be so.")
      }
      let sealed = try file.read(upToCount: length) ?? Data()
      guard sealed.count == length else { throw ArchiveRefusal.cut(path, after: number - 1) }
      let isLast = words[4] == 1
      guard
        let small = key.open(sealed, binding: header.binding(block: number, isLast: isLast)),
        let block = small.withUnsafeBytes({ squeezing.opened($0) })
      else {
        throw damaged(
          number, "Its bytes are not those that were sealed there, or it stood at another place.")
      }
      do {
        try body(number, block)
      } catch is ArchiveCursor.Misread {
        throw damaged(number, "What it says makes no sense.")
      }
      if isLast { break }
      number += 1
    }
    guard try (file.read(upToCount: 1) ?? Data()).isEmpty else {
      throw damaged(number + 1, "Something follows the end.")
    }
  }

  private func damaged(_ block: Int, _ detail: String) -> ArchiveRefusal {
    .damaged(path, block: block, detail: detail)
  }
}

/// Something that one thread uses at a time, because the other waits for it to end.
struct OneThreadAtATime<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
