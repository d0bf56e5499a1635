/// Finds one run of bytes in others, skipping ahead by what cannot match (Horspool).
struct ByteSearch {
  private let sought: [UInt8]
  private let skips: [Int]

  /// `sought` is not empty.
  init(for sought: [UInt8]) {
    self.sought = sought
    var skips = Array(repeating: sought.count, count: 256)
    for (place, byte) in sought.dropLast().enumerated() {
      skips[Int(byte)] = sought.count - 1 - place
    }
    self.skips = skips
  }

  var count: Int { sought.count }

  /// The first place at or after `start` where the sought bytes begin, or nil.
  func first(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      sought.withUnsafeBufferPointer { sought in
        skips.withUnsafeBufferPointer { skips in
          guard let last = sought.last else { return nil }
          let length = sought.count
          var place = start
          while place + length <= bytes.count {
            let end = bytes[place + length - 1]
            if end == last {
              var matched = 0
              while matched < length, bytes[place + matched] == sought[matched] { matched += 1 }
              if matched == length { return place }
            }
            place += skips[Int(end)]
          }
          return nil
        }
      }
    }
  }
}
