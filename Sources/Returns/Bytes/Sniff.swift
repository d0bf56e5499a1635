/// What the first bytes of a file give away about it.
enum Sniff {
  /// How many bytes a mark of UTF-8 takes at the start: 3 or 0.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What the file is instead of text, and how to make text of it; nil where nothing speaks
  /// against text.
  static func notText(_ bytes: UnsafeBufferPointer<UInt8>) -> (what: String, remedy: String)? {
    let kinds: [(mark: [UInt8], what: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a spreadsheet or a compressed file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet or document"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
      ([0x1F, 0x8B], "a compressed file"),
      ([0xFF, 0xFE], "text in the encoding UTF-16"),
      ([0xFE, 0xFF], "text in the encoding UTF-16"),
    ]
    for kind in kinds where bytes.starts(with: kind.mark) {
      return ("This is not a text file but \(kind.what).", saveAsCSV)
    }
    return nil
  }

  static let saveAsCSV = "Save the table as “CSV UTF-8” and hand over that file."
}
