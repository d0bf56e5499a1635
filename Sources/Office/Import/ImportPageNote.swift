import Practice
import Returns

/// What the telling of an imported file notes about it: which return, which year, which file, and
/// the digest of its content.
struct HandedOver: Sendable, Equatable {
  /// `ssda903 2025-26`
  let source: String
  let file: String
  /// SHA-256 in hexadecimal digits.
  let digest: String

  /// Reads `ssda903 2025-26: episodes.csv, SHA-256 1f0c…`. What is no such note is taken as the
  /// name of a file.
  init(note: String) {
    let bytes = Array(note.utf8)
    let mark = Array(", SHA-256 ".utf8)
    let end = bytes.count - 64 - mark.count
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    guard end > 0, bytes[end...].starts(with: mark), let colon, colon + 2 <= end else {
      (source, file, digest) = ("", note, "")
      return
    }
    source = String(decoding: bytes[..<colon], as: UTF8.self)
    file = String(decoding: bytes[(colon + 2)..<end], as: UTF8.self)
    digest = String(decoding: bytes[(end + mark.count)...], as: UTF8.self)
  }

  /// The collection that the source names; nil where it names none.
  var year: CollectionYear? {
    guard let last = source.split(separator: " ").last else { return nil }
    return CollectionYear.known.lazy.compactMap { CollectionYear($0) }.first { "\($0)" == last }
  }

  /// "SSDA903, 2025-26"
  var words: String {
    let parts = source.split(separator: " ")
    guard let first = parts.first else { return "A return" }
    let name =
      switch first {
      case "ssda903": "SSDA903"
      case "cin-census": "Children in need census"
      case "csww": "Children’s social work workforce census"
      case "ssd": "Standard safeguarding dataset"
      default: String(first)
      }
    return parts.count > 1 ? "\(name), \(parts[1])" : name
  }
}
