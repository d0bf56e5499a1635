import Foundation

/// How many guesses a password takes somebody who knows what people choose: the fewest that its parts
/// take together. A part is a common password, word or name, a run on the keyboard, a sequence, a
/// repeat, a year or a day; whatever is none of these takes ten guesses a character.
///
/// The model is that of zxcvbn (D. Wheeler, 2016), without its allowance for the number of parts.
struct PasswordStrength {
  /// Fewer guesses than these are made within days by somebody who has stolen the store.
  static let least = 8.0
  /// What follows is not looked at: a password of so many characters is long enough.
  private static let longest = 40

  private let scalars: [Unicode.Scalar]
  private let lower: [Unicode.Scalar]
  private let own: [String: Int]

  /// - Parameter own: words that whoever knows the person tries first.
  init(_ password: String, own: [String]) {
    let whole = password.precomposedStringWithCompatibilityMapping
    scalars = Array(whole.unicodeScalars.prefix(Self.longest))
    lower = scalars.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
    self.own = Dictionary(own.map { ($0, 1) }) { first, _ in first }
  }

  /// The logarithm of the guesses to base 10.
  var guesses: Double { guesses(in: 0..<scalars.count) }

  var isEnough: Bool { guesses >= Self.least }

  private func guesses(in range: Range<Int>) -> Double {
    var best = [Double](repeating: 0, count: range.count + 1)
    for end in 1..<(range.count + 1) {
      var least = best[end - 1] + 1
      for start in 0..<end {
        let part = (range.lowerBound + start)..<(range.lowerBound + end)
        guard let here = guesses(of: part) else { continue }
        least = min(least, best[start] + here)
      }
      best[end] = least
    }
    return best[range.count]
  }

  /// Of one part; nil where it is nothing that anybody would try as one.
  private func guesses(of part: Range<Int>) -> Double? {
    guard part.count > 2 else { return nil }
    return [word(part), sequence(part), keys(part), day(part), repeats(part)].compactMap { $0 }
      .min()
  }

  /// By its place in the lists, forwards or backwards, in capitals, and with `3` for `e`.
  private func word(_ part: Range<Int>) -> Double? {
    guard part.count <= 32 else { return nil }
    let plain = Self.text(lower[part])
    var extra = lower[part].elementsEqual(scalars[part]) ? 0.0 : 0.5
    if let rank = rank(plain) { return log10(Double(rank)) + extra }
    extra += 0.5
    if let rank = rank(Self.text(lower[part].reversed())) { return log10(Double(rank)) + extra }
    let ranks = Self.unmasked(lower[part]).compactMap { rank($0) }
    return ranks.min().map { log10(Double($0)) + extra }
  }

  private func rank(_ word: String) -> Int? { own[word] ?? Self.ranks[word] }

  /// `abcd`, `8765`, `aaaa`.
  private func sequence(_ part: Range<Int>) -> Double? {
    let values = lower[part].map { Int($0.value) }
    let step = values[1] - values[0]
    guard (-1...1).contains(step) else { return nil }
    for place in 1..<values.count where values[place] - values[place - 1] != step { return nil }
    return log10(20 * Double(part.count))
  }

  private func keys(_ part: Range<Int>) -> Double? {
    guard part.count > 3 else { return nil }
    let (forwards, backwards) = (Self.text(lower[part]), Self.text(lower[part].reversed()))
    guard Self.rows.contains(where: { $0.contains(forwards) || $0.contains(backwards) }) else {
      return nil
    }
    return log10(40 * Double(part.count))
  }

  /// A year that somebody lived in, or a day in figures.
  private func day(_ part: Range<Int>) -> Double? {
    let digits = scalars[part].map { Int($0.value) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    switch part.count {
    case 4: return (1900...2050).contains(number) ? 2 : nil
    case 6, 8:
      let (first, second) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
      let isDay = (1...31).contains(first) && (1...12).contains(second)
      let isMonth = (1...12).contains(first) && (1...31).contains(second)
      let begins = number / (part.count == 8 ? 10_000 : 100)
      return isDay || isMonth || (part.count == 8 && (1900...2050).contains(begins)) ? 4.5 : nil
    default: return nil
    }
  }

  /// The same run of characters again and again takes little more than the run itself.
  private func repeats(_ part: Range<Int>) -> Double? {
    for unit in 1..<(part.count / 2 + 1) where part.count % unit == 0 {
      let isRepeated = part.dropFirst(unit).allSatisfy { lower[$0] == lower[$0 - unit] }
      guard isRepeated else { continue }
      let run = part.lowerBound..<(part.lowerBound + unit)
      return guesses(in: run) + log10(Double(part.count / unit))
    }
    return nil
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// What a word with figures and signs for letters may stand for; `1` is both `i` and `l`.
  private static func unmasked(_ part: ArraySlice<Unicode.Scalar>) -> [String] {
    guard part.contains(where: { masks[$0] != nil || $0 == "1" }) else { return [] }
    return (["i", "l"] as [Unicode.Scalar]).map { one in
      text(part.map { $0 == "1" ? one : masks[$0] ?? $0 })
    }
  }

  private static let masks: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "+": "t", "8": "b",
    "9": "g", "!": "i", "|": "l",
  ]

  private static let rows = [
    "1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()_+", "1!2@3#4$5%6^7&8*",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "zaq1xsw2cde3vfr4bgt5nhy6", "qweasdzxc",
    "asdqwe", "123qweasdzxc", "a1s2d3f4g5h6",
  ]

  /// Each word by its best place in any of the lists; made when a password is first set.
  private static let ranks: [String: Int] = {
    var ranks: [String: Int] = [:]
    ranks.reserveCapacity(22_000)
    func add(_ list: String, from first: Int) {
      for (place, word) in list.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
        let (word, rank) = (String(word), first + place)
        if rank < ranks[word] ?? .max { ranks[word] = rank }
      }
    }
    add(CommonWords.passwords, from: 1)
    add(CommonWords.longPasswords, from: 10_001)
    add(CommonWords.english, from: 1)
    add(CommonWords.names, from: 1)
    return ranks
  }()
}
