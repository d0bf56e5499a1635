/// Reads a contact log of any size through one buffer. A plain line (digits and commas) takes a short
/// way; a line with quotes, spaces or anything wrong in it takes the careful way of
/// `ContactLogLine`.
struct ContactLogReader {
  private static let bufferBytes = 4 << 20

  private let file: OpenFile
  private let columns = ContactLogColumns()
  private var faults: ContactLogFaults
  /// The number of the line that begins at the place reached.
  private var line = 1
  /// Where the next contact goes: the open block's columns, bare, because a block that is passed
  /// about is counted on every line. The columns keep it alive.
  private var child = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var worker = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var day = UnsafeMutableBufferPointer<UInt16>(start: nil, count: 0)
  private var row = 0

  init(_ file: OpenFile) {
    self.file = file
    faults = ContactLogFaults(file: file.name)
  }

  mutating func read(
    progress: (Double) -> Void
  ) throws(ContactLogRefusal) -> ContactLogColumns {
    // One byte more than is ever read, so that the last line can be given its end.
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.bufferBytes + 1)
    defer { buffer.deallocate() }
    var (held, done, heading) = (0, 0, ContactLogHeading?.none)
    while true {
      let got = try file.next(buffer + held, Self.bufferBytes - held)
      done += got
      held += got
      let atEnd = got == 0
      if atEnd, held > 0, buffer[held - 1] != UInt8(ascii: "\n") {
        buffer[held] = UInt8(ascii: "\n")
        held += 1
      }
      var start = 0
      if heading == nil, held > 0 { heading = try readHeading(buffer, held, &start) }
      if let heading {
        start += readLines(
          UnsafeBufferPointer(start: buffer + start, count: held - start), heading, atEnd)
      }
      held -= start
      if held > 0, start > 0 { buffer.update(from: buffer + start, count: held) }
      if atEnd { break }
      guard held < Self.bufferBytes else {
        throw .cannotOpen(file.path, "Line \(line) is longer than 4 million bytes.")
      }
      if file.size > 0 { progress(min(1, Double(done) / Double(file.size))) }
    }
    guard heading != nil else { throw .cannotOpen(file.path, "The file is empty.") }
    columns.filled(row)
    try faults.refuse()
    try file.refuseIfChanged()
    return columns
  }

  private mutating func readHeading(
    _ buffer: UnsafeMutablePointer<UInt8>, _ held: Int, _ start: inout Int
  ) throws(ContactLogRefusal) -> ContactLogHeading? {
    let bytes = UnsafeBufferPointer(start: buffer, count: held)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let heading = try ContactLogHeading(
      UnsafeBufferPointer(rebasing: bytes[mark..<end]), path: file.path)
    start = end + 1
    line = 2
    return heading
  }

  /// Reads the whole lines in `bytes`; answers how many bytes they took.
  private mutating func readLines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ heading: ContactLogHeading, _ atEnd: Bool
  ) -> Int {
    guard let base = bytes.baseAddress,
      let lastEnd = bytes.lastIndex(of: UInt8(ascii: "\n"))
    else { return 0 }
    let end = base + lastEnd + 1
    var at = base
    return heading.roles.withUnsafeBufferPointer { roles in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4) { values in
        while at < end {
          if let next = Self.plainLine(at, roles, values) {
            add(values)
            line += 1
            at = next
            continue
          }
          let careful = ContactLogLine(
            UnsafeBufferPointer(start: at, count: bytes.count - (at - base)), line: line, roles)
          guard let taken = careful.read(into: values, &faults, atEnd: atEnd) else { break }
          if taken.isContact { add(values) }
          line += taken.lines
          at += taken.bytes
        }
        return at - base
      }
    }
  }

  private mutating func add(_ values: UnsafeMutableBufferPointer<UInt64>) {
    if row == child.count {
      columns.filled(row)
      let block = columns.addBlock()
      (child, worker, day, row) = (block.child, block.worker, block.day, 0)
    }
    child[row] = UInt32(truncatingIfNeeded: values[1])
    day[row] = UInt16(truncatingIfNeeded: values[2])
    worker[row] = UInt32(truncatingIfNeeded: values[3])
    row += 1
  }

  /// The byte after a line that holds digits in each field that is read; nil where it needs care.
  /// The day is left as `LogDay` counts.
  @inline(__always)
  private static func plainLine(
    _ start: UnsafePointer<UInt8>, _ roles: UnsafeBufferPointer<ContactLogHeading.Role>,
    _ values: UnsafeMutableBufferPointer<UInt64>
  ) -> UnsafePointer<UInt8>? {
    var at = start
    let last = roles.count - 1
    for field in 0...last {
      let role = roles[field]
      if role == .notRead {
        while at.pointee != UInt8(ascii: ","), at.pointee != UInt8(ascii: "\n") {
          if at.pointee == UInt8(ascii: "\"") { return nil }
          at += 1
        }
      } else {
        var value: UInt64 = 0
        let first = at
        while case let digit = at.pointee &- 48, digit < 10 {
          value = value &* 10 &+ UInt64(digit)
          at += 1
        }
        guard at > first, at - first <= 10, value <= UInt64(UInt32.max) else { return nil }
        values[Int(role.rawValue)] = value
      }
      if field < last {
        guard at.pointee == UInt8(ascii: ",") else { return nil }
        at += 1
      }
    }
    if at.pointee == UInt8(ascii: "\r") { at += 1 }
    guard at.pointee == UInt8(ascii: "\n"), values[2] <= UInt64(LogDay.largestNumber) else {
      return nil
    }
    values[2] &+= UInt64(LogDay.beforeDayZero)
    return at + 1
  }
}
