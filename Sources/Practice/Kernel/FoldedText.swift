/// A text as its words are found again: folded to plain lower-case letters, so that accents, capitals,
/// apostrophes and hyphens do not hide anything. O'Brien, OBrien and o’brien are one word.
///
/// Letters of other scripts (Arabic, Chinese) stay as they are. Nothing but letters and figures is left
/// of what was written, so that no word can be taken for a sign of whoever looks it up.
public struct FoldedText: Sendable {
  public struct Word: Sendable, Equatable {
    /// Where it stands among the folded bytes.
    public let folded: Range<Int>
    /// Where what was written stands among the bytes of the text.
    public let written: Range<Int>
    /// True where it was written with an apostrophe and an s at its end: Leo's is found by Leo too.
    public let isPossessive: Bool

    /// Without the s of a possessive.
    public var stem: Range<Int> {
      isPossessive ? folded.lowerBound..<(folded.upperBound - 1) : folded
    }
  }

  /// The folded words with a space between them.
  public private(set) var bytes: [UInt8] = []
  public private(set) var words: [Word] = []

  public init(_ text: String) {
    var text = text
    words.reserveCapacity(text.utf8.count / 5 + 1)
    text.withUTF8 { text in
      // No letter takes more than one and a half times its bytes when it is folded.
      bytes = [UInt8](unsafeUninitializedCapacity: 2 * text.count + 8) { folded, count in
        count = Self.fold(text, to: folded, &words)
      }
    }
  }

  /// Every word of every meeting comes by here, most of their letters plain.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, to folded: UnsafeMutableBufferPointer<UInt8>,
    _ words: inout [Word]
  ) -> Int {
    var count = 0
    var open: (folded: Int, written: Int)?
    // Behind the last letter; the last apostrophe among the folded bytes; and that before a letter.
    var (end, last, apostrophe) = (0, -1, -1)
    func close() {
      guard let word = open else { return }
      let isPossessive =
        apostrophe == count - 1 && apostrophe > word.folded && folded[count - 1] == 0x73
      words.append(
        Word(folded: word.folded..<count, written: word.written..<end, isPossessive: isPossessive))
      open = nil
    }
    func begin(at written: Int) {
      if last == count { apostrophe = count }
      guard open == nil else { return }
      if count > 0 {
        folded[count] = space
        count += 1
      }
      open = (count, written)
    }
    var place = 0
    while place < text.count {
      let (from, byte) = (place, text[place])
      if byte < 0x80 {
        place += 1
        let isCapital = byte &- 0x41 < 26
        if isCapital || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
          begin(at: from)
          folded[count] = isCapital ? byte | 0x20 : byte
          count += 1
          end = place
        } else if byte == 0x27 || byte == 0x60 {
          if open != nil { last = count }
        } else {
          close()
        }
        continue
      }
      let (scalar, length) = scalar(text, at: place)
      place += length
      switch kind(scalar) {
      case .mark: break
      case .apostrophe: if open != nil { last = count }
      case .gap: close()
      case .letters(let letters):
        begin(at: from)
        for letter in letters.utf8 {
          folded[count] = letter
          count += 1
        }
        end = place
      }
    }
    close()
    return count
  }

  private enum Kind {
    case letters(String)
    /// Over or under the letter before it.
    case mark
    case apostrophe
    case gap
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.value == 0x2019 || scalar.value == 0x02BC { return .apostrophe }
    if let letters = plainLetters[scalar] { return .letters(letters) }
    if scalar.properties.generalCategory == .nonspacingMark { return .mark }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return .gap
    }
    return .letters(scalar.properties.lowercaseMapping)
  }

  /// The scalar that begins at a place of a text that is known to be sound.
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(text[place])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    for next in 1..<length where place + next < text.count {
      value = value << 6 | UInt32(text[place + next] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Accented letters of the Latin script and the plain letters they are found under.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let families = [
      "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệ",
      "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ",
      "o": "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "oe": "œ", "r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧț",
      "th": "þ", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵẁẃẅ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (plain, accented) in families {
      for scalar in accented.unicodeScalars {
        letters[scalar] = plain
        if let upper = scalar.properties.uppercaseMapping.unicodeScalars.first, upper.value > 127 {
          letters[upper] = plain
        }
      }
    }
    return letters
  }()
}

private let space = UInt8(ascii: " ")
