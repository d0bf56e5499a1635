/// The sentence of a text that says most of what was asked for, with the words that were found set apart.
public struct Excerpt: Sendable, Equatable {
  public struct Piece: Sendable, Equatable {
    public let text: String
    public let isFound: Bool
  }

  public private(set) var pieces: [Piece] = []
  /// True where more was written before it, or after it.
  public private(set) var isCutBefore = false
  public private(set) var isCutAfter = false

  /// Bytes of a sentence that are shown at most, and of what is shown before the first found word where
  /// it is longer.
  static let longest = 400
  private static let lead = 120

  /// Of a longer text one sentence: where no word of it was asked for, the first.
  public init(of text: String, _ asked: WordsAsked, goingOn: Bool) {
    let folded = FoldedText(text)
    let found = asked.places(in: folded, goingOn: goingOn)
    let bytes = Array(text.utf8)
    let sentences = Self.sentences(bytes)
    guard let best = Self.best(sentences, found, bytes) else { return }
    let shown = Self.shortened(best, found.first { best.contains($0.lowerBound) }, bytes)
    isCutBefore = shown.lowerBound > (sentences.first?.lowerBound ?? 0)
    isCutAfter = shown.upperBound < (sentences.last?.upperBound ?? 0)
    write(bytes, shown, found)
  }

  /// All of a text, such as a line that says what it is about.
  public init(all text: String, _ asked: WordsAsked, goingOn: Bool) {
    let bytes = Array(text.utf8)
    write(
      bytes, bytes.indices, asked.places(in: FoldedText(text), goingOn: goingOn))
  }

  private mutating func write(_ bytes: [UInt8], _ shown: Range<Int>, _ found: [Range<Int>]) {
    var from = shown.lowerBound
    for word in found {
      let word = word.clamped(to: shown)
      guard !word.isEmpty else { continue }
      add(bytes[from..<word.lowerBound], false)
      add(bytes[word], true)
      from = word.upperBound
    }
    add(bytes[from..<shown.upperBound], false)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ isFound: Bool) {
    guard !bytes.isEmpty else { return }
    pieces.append(Piece(text: String(decoding: bytes, as: UTF8.self), isFound: isFound))
  }

  /// A sentence ends with a mark before a space, or with its line.
  private static func sentences(_ bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var from: Int?
    var ends = false
    for (place, byte) in bytes.enumerated() {
      let isLine = byte == 10 || byte == 13
      if let begun = from, isLine || (ends && byte == 32) {
        sentences.append(begun..<place)
        from = nil
      }
      if from == nil, byte != 32, !isLine { from = place }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): ends = true
      // What closes a quotation still belongs to it.
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): break
      default: ends = false
      }
    }
    if let from { sentences.append(from..<bytes.count) }
    return sentences
  }

  /// The one with the most different words that were found; the first of several.
  private static func best(
    _ sentences: [Range<Int>], _ found: [Range<Int>], _ bytes: [UInt8]
  ) -> Range<Int>? {
    var best = sentences.first
    var most = 0
    var next = 0
    for sentence in sentences {
      var words: Set<ArraySlice<UInt8>> = []
      while next < found.count, found[next].lowerBound < sentence.upperBound {
        words.insert(bytes[found[next]])
        next += 1
      }
      if words.count > most { (best, most) = (sentence, words.count) }
    }
    return best
  }

  /// No more of a very long one than can be read at a glance, from whole word to whole word.
  private static func shortened(
    _ sentence: Range<Int>, _ word: Range<Int>?, _ bytes: [UInt8]
  ) -> Range<Int> {
    guard sentence.count > longest else { return sentence }
    var from = sentence.lowerBound
    if let word, word.lowerBound - from > lead {
      from = word.lowerBound - lead
      let space = bytes[from..<word.lowerBound].firstIndex(of: 32)
      from = space.map { $0 + 1 } ?? from
    }
    var end = min(sentence.upperBound, from + longest)
    if end < sentence.upperBound {
      let least = max(from + 1, min(word?.upperBound ?? from, end))
      end = bytes[least..<end].lastIndex(of: 32) ?? end
    }
    // Where nobody left a space, a letter stays whole all the same.
    while from < end, bytes[from] & 0xC0 == 0x80 { from += 1 }
    while end > from, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return from..<end
  }
}
