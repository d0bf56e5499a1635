/// Which alphabets a name is written in. A name of two of them is refused: `Ama` with a Cyrillic `а`
/// looks like another name, and would be taken for that person's on every page.
enum NameScripts {
  /// True where letters of more than one alphabet stand in it. Chinese, Japanese and Korean letters
  /// belong together, as people write them together.
  static func areMixed(in name: String) -> Bool {
    var first: Int?
    for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
      // Marks and letters of all alphabets, such as the modifiers, decide nothing.
      guard let script = script(of: scalar.value) else { continue }
      if let first, first != script { return true }
      first = script
    }
    return false
  }

  /// The number of an alphabet; each other block of 128 letters counts as one of its own.
  private static func script(of letter: UInt32) -> Int? {
    if (0x2B0...0x36F).contains(letter) { return nil }
    return blocks.first { $0.0.contains(letter) }?.1 ?? 1000 + Int(letter >> 7)
  }

  /// Blocks of the Unicode Standard, and the alphabet that they belong to.
  private static let blocks: [(ClosedRange<UInt32>, Int)] = [
    (0x41...0x24F, 1), (0x250...0x2AF, 1), (0x1D00...0x1DBF, 1), (0x1E00...0x1EFF, 1),
    (0x2C60...0x2C7F, 1), (0xA720...0xA7FF, 1), (0xAB30...0xAB6F, 1), (0xFF21...0xFF5A, 1),
    (0x370...0x3FF, 2), (0x1F00...0x1FFF, 2),
    (0x400...0x52F, 3), (0x1C80...0x1C8F, 3), (0x2DE0...0x2DFF, 3), (0xA640...0xA69F, 3),
    (0x530...0x58F, 4), (0x590...0x5FF, 5),
    (0x600...0x6FF, 6), (0x750...0x77F, 6), (0x870...0x8FF, 6), (0xFB50...0xFDFF, 6),
    (0xFE70...0xFEFF, 6),
    (0x1100...0x11FF, 7), (0x2E80...0x9FFF, 7), (0xA960...0xA97F, 7), (0xAC00...0xD7FF, 7),
    (0xF900...0xFAFF, 7), (0xFF66...0xFF9F, 7), (0x20000...0x3FFFF, 7),
    (0x1200...0x139F, 8), (0x13A0...0x13FF, 9), (0x10A0...0x10FF, 10), (0x1C90...0x1CBF, 10),
  ]
}
