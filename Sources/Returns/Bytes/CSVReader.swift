/// Reads rows of comma-separated cells (RFC 4180) out of a file of any size, holding about two
/// megabytes of it at a time.
///
/// Lines may end with CR LF, LF or CR; cells in quotation marks may hold commas, line ends and
/// doubled quotation marks. Whatever is wrong with the text is told to the log, and reading goes on
/// with the next row that can be read.
final class CSVReader {
  /// Longest row that is read: a row of a return is a few hundred bytes.
  static let longestRow = 1 << 20

  /// Most cells of a row that are looked at: a table has a dozen columns.
  static let mostCells = 1024

  /// Cells of the row that `next` read; their bytes hold until the next call.
  var cells: UnsafeBufferPointer<Cell> { UnsafeBufferPointer(start: row, count: count) }
  /// Line on which the row begins, counted from 1.
  private(set) var line = 1
  /// True where something about the text of the row was told.
  var isSpoiled = false
  /// Names of the columns, for what is told about a cell; set by whoever knows them.
  var columnNames: [String] = []

  private let source: ByteSource
  let log: FaultLog
  // Both are held by address, because every byte and cell goes through them.
  let buffer: UnsafeMutablePointer<UInt8>
  let row: UnsafeMutablePointer<Cell>
  private(set) var count = 0
  private let capacity = 2 * CSVReader.longestRow
  var position = 0
  private(set) var end = 0
  var nextLine = 1
  private(set) var isAtEnd = false
  private var isFirst = true
  var isNotText = false
  /// Place in the buffer up to which quotation marks are read as ordinary characters, because one
  /// of them was never closed.
  var literalUpTo = -1
  /// Cells of the present row whose doubled quotation marks are still doubled.
  private var doubled: [Int] = []

  init(_ source: ByteSource, log: FaultLog) {
    self.source = source
    self.log = log
    buffer = .allocate(capacity: capacity)
    row = .allocate(capacity: CSVReader.mostCells)
    row.initialize(repeating: .empty, count: CSVReader.mostCells)
  }

  deinit {
    buffer.deallocate()
    row.deallocate()
  }

  /// Reads the next row that is not blank into `cells`; false at the end of the file.
  func next() -> Bool {
    if isFirst { begin() }
    isSpoiled = false
    while !isNotText {
      line = nextLine
      let scan = scanRow()
      switch scan {
      case .row:
        if count == 1, row[0].isEmpty { continue }
        return true
      case .more:
        if end - position >= CSVReader.longestRow {
          skipLongRow()
        } else {
          fill()
        }
      case .openQuote(let place, let openLine):
        if !isAtEnd, end - position < CSVReader.longestRow {
          fill()
        } else {
          tellOpenQuote(place, openLine)
        }
      case .end: return false
      case .notText: tellNotText()
      }
    }
    return false
  }

  private enum Scan {
    case row
    /// The row goes on beyond what is in the buffer.
    case more
    /// So does a cell in quotation marks that opened at this place, on this line.
    case openQuote(Int, Int)
    case end
    case notText
  }

  private func begin() {
    isFirst = false
    fill()
    let bytes = UnsafeBufferPointer(start: UnsafePointer(buffer), count: end)
    if let found = Sniff.notText(bytes) {
      isNotText = true
      log.tell(.fault, line: 1, rule: ReaderRule.notText, found.what, found.remedy)
    }
    position = Sniff.markLength(bytes)
  }

  func fill() {
    if position > 0 {
      buffer.update(from: buffer + position, count: end - position)
      literalUpTo = max(-1, literalUpTo - position)
      end -= position
      position = 0
    }
    let got = source.read(
      into: UnsafeMutableRawBufferPointer(
        start: buffer + end, count: min(capacity - end, CSVReader.longestRow)))
    end += got
    isAtEnd = got == 0
  }

  /// Finds the cells of the row at `position`, and moves behind it where all of it is there.
  private func scanRow() -> Scan {
    guard position < end else { return isAtEnd ? .end : .more }
    if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
    let (end, isAtEnd, literalUpTo) = (end, isAtEnd, literalUpTo)
    var (at, line, high) = (position, nextLine, UInt8(0))
    var (count, trailing) = (0, -1)
    func append(_ from: Int, _ to: Int) {
      guard count < CSVReader.mostCells else { return }
      row[count] = Cell(start: UnsafePointer(buffer + from), count: to - from)
      count += 1
    }
    cells: while true {
      let start = at
      if at < end, buffer[at] == quote, at > literalUpTo {
        let (open, openLine) = (at, line)
        var isDoubled = false
        at += 1
        quoted: while true {
          guard at < end else { return .openQuote(open, openLine) }
          let byte = buffer[at]
          at += 1
          high |= byte
          switch byte {
          case quote:
            if at == end, !isAtEnd { return .more }
            guard at < end, buffer[at] == quote else { break quoted }
            isDoubled = true
            at += 1
          case lineFeed: line += 1
          case carriageReturn where at < end && buffer[at] != lineFeed: line += 1
          case 0: return .notText
          default: break
          }
        }
        let close = at - 1
        while at < end, !isEndOfCell(buffer[at]) {
          if buffer[at] == 0 { return .notText }
          if buffer[at] != 32, trailing < 0 { trailing = count }
          at += 1
        }
        if isDoubled { doubled.append(min(count, CSVReader.mostCells - 1)) }
        append(open + 1, close)
      } else {
        while at < end {
          let byte = buffer[at]
          if byte > comma {
            high |= byte
            at += 1
            continue
          }
          if isEndOfCell(byte) { break }
          if byte == 0 { return .notText }
          at += 1
        }
        append(start, at)
      }
      guard at < end else {
        guard isAtEnd else { return .more }
        break cells
      }
      switch buffer[at] {
      case comma: at += 1
      case lineFeed:
        (at, line) = (at + 1, line + 1)
        break cells
      default:
        if at + 1 == end, !isAtEnd { return .more }
        at += at + 1 < end && buffer[at + 1] == lineFeed ? 2 : 1
        line += 1
        break cells
      }
    }
    (position, nextLine, self.count) = (at, line, count)
    if !doubled.isEmpty { undouble() }
    if trailing >= 0 { tellTrailing(trailing) }
    if high >= 0x80 { tellEncoding() }
    return .row
  }

  @inline(__always) private func isEndOfCell(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn
  }

  private func undouble() {
    for place in doubled {
      let cell = row[place]
      let from = Int(cell.start - UnsafePointer(buffer))
      var (read, write) = (from, from)
      while read < from + cell.count {
        buffer[write] = buffer[read]
        read += buffer[read] == quote ? 2 : 1
        write += 1
      }
      row[place] = Cell(start: cell.start, count: write - from)
    }
  }

  private let quote = UInt8(ascii: "\"")
  private let comma = UInt8(ascii: ",")
  private let lineFeed: UInt8 = 10
  private let carriageReturn: UInt8 = 13
}
