/// What somebody typed to find a text by its words: every word has to stand in it, in any order.
///
/// A text that holds the very words comes first; only where there are few is the last word taken for the
/// beginning of one. All that was typed is words: there are no signs that mean something.
public struct WordsAsked: Sendable, Equatable {
  public let words: [String]

  /// Longer than any question: what comes after is not read.
  public static let longest = 200
  public static let mostWords = 8
  /// Bytes of a word by which it is told from others.
  public static let longestWord = 64
  /// With fewer letters a beginning would be that of too many words.
  private static let shortestBeginning = 3

  public init(_ typed: String) {
    let folded = FoldedText(
      String(String.UnicodeScalarView(typed.unicodeScalars.prefix(Self.longest))))
    words = folded.words.prefix(Self.mostWords).map {
      String(decoding: folded.bytes[Self.told(folded.bytes, $0.stem)], as: UTF8.self)
    }
  }

  public var isEmpty: Bool { words.isEmpty }

  /// True for a single letter, which stands in more texts than anybody reads. Of scripts that write a
  /// word with one sign, one is enough.
  public var isTooLittle: Bool {
    guard words.count == 1, let first = words.first?.unicodeScalars.first else { return false }
    return words[0].unicodeScalars.count == 1 && !first.properties.isIdeographic
  }

  /// True where the last word may be the beginning of one.
  public var canGoOn: Bool {
    words.last.map { $0.unicodeScalars.count >= Self.shortestBeginning } ?? false
  }

  /// The part of a folded word by which it is kept and asked for, which ends with a whole letter.
  public static func told(_ bytes: [UInt8], _ word: Range<Int>) -> Range<Int> {
    guard word.count > longestWord else { return word }
    var end = word.lowerBound + longestWord
    while end > word.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return word.lowerBound..<end
  }

  /// Where words that were asked for were written in a text, by their bytes.
  /// - Parameter goingOn: the last word is taken for the beginning of one.
  public func places(in text: FoldedText, goingOn: Bool) -> [Range<Int>] {
    let asked = words.map { Array($0.utf8) }
    return text.words.filter { word in
      let whole = text.bytes[Self.told(text.bytes, word.folded)]
      let stem = text.bytes[Self.told(text.bytes, word.stem)]
      if goingOn, let last = asked.last, whole.starts(with: last) { return true }
      return asked.contains { $0.elementsEqual(whole) || $0.elementsEqual(stem) }
    }.map(\.written)
  }
}
