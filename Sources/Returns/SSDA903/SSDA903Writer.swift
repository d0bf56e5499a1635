import Practice

/// Writes the tables of an SSDA903 return as CSV: UTF-8 without a mark, lines that end with CR LF,
/// days as `31/03/2026`, codes as the year has them.
///
/// Rows are gathered and handed to `write` in pieces of about 64 kilobytes; call `finish` for the
/// last piece.
public struct SSDA903Writer {
  public let table: Table
  public let year: CollectionYear
  /// Rows written so far.
  public private(set) var rows = 0

  private let fields: [Field]
  private let write: ([UInt8]) throws -> Void
  private var buffer: [UInt8] = []

  /// Name that councils and their tools give the table's file.
  public static func fileName(_ table: Table) -> String {
    table == .deprivationOfLiberty ? "DoLo.csv" : table.rawValue + ".csv"
  }

  /// Begins with the row of column names.
  ///
  /// - Throws: what `write` throws, here as later.
  public init(
    _ table: Table, year: CollectionYear, write: @escaping ([UInt8]) throws -> Void
  ) {
    self.table = table
    self.year = year
    self.write = write
    fields = table.fields
    buffer.reserveCapacity(SSDA903Writer.piece + 4096)
    for (place, field) in fields.enumerated() {
      if place > 0 { buffer.append(comma) }
      buffer.append(contentsOf: field.name.utf8)
    }
    endRow()
  }

  /// Writes one row; a row of another table is left out.
  public mutating func add(_ statement: Statement) throws {
    switch statement {
    case .header(let row) where table == .header: header(row)
    case .episode(let row) where table == .episodes: episode(row)
    case .worker(let row) where table == .workerEpisodes: worker(row)
    case .review(let row) where table == .reviews: review(row)
    case .other(let row) where table == row.table: other(row)
    default: return
    }
    endRow()
    rows += 1
    if buffer.count >= SSDA903Writer.piece { try flush() }
  }

  /// Hands on what is still held back.
  public mutating func finish() throws { if !buffer.isEmpty { try flush() } }

  private mutating func flush() throws {
    try write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func header(_ row: HeaderRow) {
    text(row.child, isFirst: true)
    text(year.number >= 2025 ? row.sex : row.sex == "M" ? "1" : "2")
    day(row.born)
    text(row.ethnicity)
    text(row.pupilNumber)
    text(row.isMother.map { $0 ? "1" : "0" })
    day(row.motherChildBorn)
  }

  private mutating func episode(_ row: EpisodeRow) {
    text(row.child, isFirst: true)
    day(row.period.from)
    text(row.reasonBegun)
    text(row.legalStatus.rawValue)
    text(row.need)
    text(row.home)
    text(row.provider)
    day(row.period.until)
    text(row.reasonEnded)
    text(row.reasonHomeChanged)
    text(row.homePostcode)
    text(row.placementPostcode)
    text(row.placementURN)
  }

  private mutating func worker(_ row: WorkerEpisodeRow) {
    text(row.child, isFirst: true)
    day(row.born)
    text(row.worker)
    day(row.period.from)
    day(row.period.until)
    text(row.reason?.rawValue)
  }

  private mutating func review(_ row: ReviewRow) {
    text(row.child, isFirst: true)
    day(row.born)
    day(row.day)
    text(row.participation)
  }

  private mutating func other(_ row: StatedRow) {
    text(row.child, isFirst: true)
    for field in fields.dropFirst() {
      let value = row.values.first { $0.column == field.name }?.text
      if let value, field.isDay, let found = Day(value) { day(found) } else { text(value) }
    }
  }

  private mutating func text(_ value: String?, isFirst: Bool = false) {
    if !isFirst { buffer.append(comma) }
    if let value { FaultList.appendCell(value, to: &buffer) }
  }

  private mutating func day(_ day: Day?) {
    buffer.append(comma)
    guard let day else { return }
    let (year, month, number) = day.date
    digits(number, 2)
    buffer.append(slash)
    digits(month, 2)
    buffer.append(slash)
    digits(year, 4)
  }

  private mutating func digits(_ value: Int, _ width: Int) {
    var unit = width == 4 ? 1000 : 10
    while unit > 0 {
      buffer.append(UInt8(truncatingIfNeeded: 48 + value / unit % 10))
      unit /= 10
    }
  }

  private mutating func endRow() {
    buffer.append(13)
    buffer.append(10)
  }

  private static let piece = 1 << 16
  private let comma = UInt8(ascii: ",")
  private let slash = UInt8(ascii: "/")
}
