/// A text as a square of dark and light fields that a camera reads (ISO/IEC 18004), at the medium level
/// of correction, up to 362 bytes.
struct QRCode {
  private(set) var width: Int
  /// Row by row; true is dark.
  private(set) var dark: [Bool]
  /// Fields that bear no data.
  private var isFixed: [Bool]

  /// Nil for a text that is too long.
  init?(_ text: String) {
    let text = Array(text.utf8)
    guard let size = QRSize.holding(text.count) else { return nil }
    width = size.width
    dark = Array(repeating: false, count: width * width)
    isFixed = dark
    place(size)
    fill(QRBytes.of(text, size))
    // Of the eight masks the one whose picture is the least likely to mislead a reader.
    let bare = self
    var best: (code: QRCode, penalty: Int)?
    for number in 0..<8 {
      var code = bare
      code.mask(number)
      code.format(number)
      let penalty = code.penalty
      if penalty < best?.penalty ?? .max { best = (code, penalty) }
    }
    guard let best else { return nil }
    self = best.code
  }

  subscript(row: Int, column: Int) -> Bool { dark[row * width + column] }

  private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
    dark[row * width + column] = isDark
    isFixed[row * width + column] = true
  }

  /// What every code of this size has: three corners, small squares, two rulers, its size.
  private mutating func place(_ size: QRSize) {
    for (row, column) in [(0, 0), (0, width - 7), (width - 7, 0)] { corner(row, column) }
    for place in 8..<(width - 8) {
      set(6, place, place % 2 == 0)
      set(place, 6, place % 2 == 0)
    }
    for row in size.alignment {
      // Where a corner stands already there is none.
      for column in size.alignment where max(row, column) > 6 {
        guard min(row, column) > 6 || max(row, column) < width - 7 else { continue }
        square(row, column)
      }
    }
    format(0)
    guard size.version > 6 else { return }
    let bits = Self.remainder(size.version, 12, 0x1f25)
    for place in 0..<18 {
      let isDark = bits >> place & 1 == 1
      set(place / 3, width - 11 + place % 3, isDark)
      set(width - 11 + place % 3, place / 3, isDark)
    }
  }

  private mutating func corner(_ top: Int, _ left: Int) {
    for row in -1...7 {
      for column in -1...7 {
        let (y, x) = (top + row, left + column)
        guard (0..<width).contains(y), (0..<width).contains(x) else { continue }
        let ring = max(abs(row - 3), abs(column - 3))
        set(y, x, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func square(_ middle: Int, _ centre: Int) {
    for row in -2...2 {
      for column in -2...2 {
        set(middle + row, centre + column, max(abs(row), abs(column)) != 1)
      }
    }
  }

  /// The level of correction and the mask, twice.
  private mutating func format(_ mask: Int) {
    // Medium is 00.
    let bits = Self.remainder(mask, 10, 0x537) ^ 0x5412
    for place in 0..<15 {
      let isDark = bits >> place & 1 == 1
      switch place {
      case ..<6: set(place, 8, isDark)
      case 6, 7: set(place + 1, 8, isDark)
      case 8: set(8, 7, isDark)
      default: set(8, 14 - place, isDark)
      }
      if place < 8 { set(8, width - 1 - place, isDark) } else { set(width - 15 + place, 8, isDark) }
    }
    set(width - 8, 8, true)
  }

  /// A number with what corrects it behind it.
  private static func remainder(_ value: Int, _ degree: Int, _ generator: Int) -> Int {
    var rest = value << degree
    while rest >> degree > 0 {
      let shift = Int.bitWidth - 1 - rest.leadingZeroBitCount - degree
      rest ^= generator << shift
    }
    return value << degree | rest
  }

  /// The bits, in pairs of columns from the right, upwards and downwards in turn.
  private mutating func fill(_ bytes: [UInt8]) {
    var place = 0
    var isUpwards = true
    for right in stride(from: width - 1, to: 0, by: -2) {
      // The ruler that stands upright is passed over.
      let right = right <= 6 ? right - 1 : right
      for step in 0..<width {
        let row = isUpwards ? width - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * width + column] {
          if place < bytes.count * 8 {
            dark[row * width + column] = bytes[place / 8] >> (7 - place % 8) & 1 == 1
          }
          place += 1
        }
      }
      isUpwards.toggle()
    }
  }

  private mutating func mask(_ number: Int) {
    for row in 0..<width {
      for column in 0..<width where !isFixed[row * width + column] {
        let turns: Bool
        switch number {
        case 0: turns = (row + column) % 2 == 0
        case 1: turns = row % 2 == 0
        case 2: turns = column % 3 == 0
        case 3: turns = (row + column) % 3 == 0
        case 4: turns = (row / 2 + column / 3) % 2 == 0
        case 5: turns = row * column % 2 + row * column % 3 == 0
        case 6: turns = (row * column % 2 + row * column % 3) % 2 == 0
        default: turns = ((row + column) % 2 + row * column % 3) % 2 == 0
        }
        if turns { dark[row * width + column].toggle() }
      }
    }
  }
}

extension QRCode {
  /// How likely the picture is to mislead a reader (ISO/IEC 18004, 8.8.2).
  fileprivate var penalty: Int {
    var sum = 0
    for line in 0..<width {
      sum += Self.penalty((0..<width).map { self[line, $0] })
      sum += Self.penalty((0..<width).map { self[$0, line] })
    }
    for row in 1..<width {
      for column in 1..<width {
        let here = self[row, column]
        if here == self[row - 1, column], here == self[row, column - 1],
          here == self[row - 1, column - 1]
        {
          sum += 3
        }
      }
    }
    let share = dark.count { $0 } * 100 / dark.count
    return sum + abs(share - 50) / 5 * 10
  }

  /// Runs of one colour, and what looks like a corner.
  private static func penalty(_ line: [Bool]) -> Int {
    var (sum, run) = (0, 0)
    for place in line.indices {
      run = place > 0 && line[place] == line[place - 1] ? run + 1 : 1
      if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
    }
    let corner = [true, false, true, true, true, false, true]
    let space = [false, false, false, false]
    for pattern in [corner + space, space + corner] where line.count >= pattern.count {
      for start in 0...(line.count - pattern.count)
      where line[start..<(start + pattern.count)].elementsEqual(pattern) {
        sum += 40
      }
    }
    return sum
  }
}
