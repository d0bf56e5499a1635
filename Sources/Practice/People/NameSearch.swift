/// Names as they are found again: folded to plain lower-case letters, so that accents, capitals,
/// apostrophes and hyphens do not hide anyone. O'Brien, OBrien and o’brien are one name.
public enum NameSearch {
  /// Lower-case words of the name without accents or marks within words, with single spaces.
  /// Letters of other scripts (Arabic, Chinese) stay as they are.
  public static func folded(_ name: String) -> String {
    var plain = ""
    var wordOpen = false
    for scalar in name.unicodeScalars {
      if let letters = plainLetters[scalar] {
        plain += letters
        wordOpen = true
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else if scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "`" {
        continue
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        plain += scalar.properties.lowercaseMapping
        wordOpen = true
      } else if wordOpen {
        plain += " "
        wordOpen = false
      }
    }
    if plain.hasSuffix(" ") { plain.removeLast() }
    return plain
  }

  /// Single typing slips between two folded words: a letter missing, added, changed, or two
  /// neighbours swapped. Stops counting above `limit` and answers nil.
  public static func slips(_ a: String, _ b: String, limit: Int) -> Int? {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      (before, last) = (last, row)
    }
    let count = last[b.count]
    return count <= limit ? count : nil
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
