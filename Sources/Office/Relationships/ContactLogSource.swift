import Glibc

/// Where a log lies, and in which form.
enum ContactLogSource {
  case csv(String)
  /// A folder of raw columns.
  case raw(String)

  init(path: String) throws(ContactLogRefusal) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .cannotOpen(path, OpenFile.reason)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      self = .csv(path)
      return
    }
    if access("\(path)/contacts.csv", F_OK) == 0 {
      self = .csv("\(path)/contacts.csv")
    } else if access("\(path)/contacts.child.bin", F_OK) == 0 {
      self = .raw(path)
    } else {
      throw .cannotOpen(path, "The folder holds no contacts.csv.")
    }
  }

  func read(progress: (Double) -> Void) throws(ContactLogRefusal) -> ContactLogColumns {
    switch self {
    case .csv(let path):
      var reader = try ContactLogReader(OpenFile(path))
      return try reader.read(progress: progress)
    case .raw(let folder):
      return try Self.readRaw(folder, progress: progress)
    }
  }

  private static func readRaw(
    _ folder: String, progress: (Double) -> Void
  ) throws(ContactLogRefusal) -> ContactLogColumns {
    let child = try OpenFile("\(folder)/contacts.child.bin")
    let day = try OpenFile("\(folder)/contacts.day.bin")
    let worker = try OpenFile("\(folder)/contacts.worker.bin")
    let rows = child.size / 4
    guard child.size == rows * 4, day.size == rows * 2, worker.size == rows * 4 else {
      throw .cannotOpen(
        folder,
        "The columns hold \(child.size), \(day.size) and \(worker.size) bytes, which is not 4, 2"
          + " and 4 for the same number of contacts.")
    }
    let columns = ContactLogColumns()
    var faults = ContactLogFaults(file: "contacts.day.bin")
    while columns.rows < rows {
      let count = min(ContactLogColumns.blockRows, rows - columns.rows)
      let block = columns.addBlock()
      try child.fill(UnsafeMutableRawBufferPointer(block.child), count * 4)
      try day.fill(UnsafeMutableRawBufferPointer(block.day), count * 2)
      try worker.fill(UnsafeMutableRawBufferPointer(block.worker), count * 4)
      for row in 0..<count {
        let number = Int(block.day[row])
        if number > LogDay.largestNumber {
          faults.add(
            line: columns.rows + row + 1, column: "day", value: "\(number)", rule: "KITH-DAY",
            "The day is beyond 2129.", "Count days from 1 January 2015.")
        }
        block.day[row] = UInt16(truncatingIfNeeded: number + LogDay.beforeDayZero)
      }
      columns.filled(count)
      progress(Double(columns.rows) / Double(rows))
    }
    try faults.refuse()
    try child.refuseIfChanged()
    try day.refuseIfChanged()
    try worker.refuseIfChanged()
    return columns
  }
}

/// A file open for reading, which says what went wrong in words and notices when it is changed.
final class OpenFile {
  let path: String
  let size: Int
  private let descriptor: Int32
  private let opened: stat

  /// The name without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  init(_ path: String) throws(ContactLogRefusal) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, Self.reason) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .cannotOpen(path, Self.reason)
    }
    opened = status
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; 0 at the end.
  func next(_ buffer: UnsafeMutableRawPointer, _ count: Int) throws(ContactLogRefusal) -> Int {
    while true {
      let got = Glibc.read(descriptor, buffer, count)
      if got >= 0 { return got }
      guard errno == EINTR else { throw .cannotOpen(path, Self.reason) }
    }
  }

  /// Exactly `count` bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) throws(ContactLogRefusal) {
    guard let start = buffer.baseAddress else { return }
    var filled = 0
    while filled < count {
      let got = try next(start + filled, count - filled)
      guard got > 0 else { throw .cannotOpen(path, "It ended sooner than its size said.") }
      filled += got
    }
  }

  /// Throws where somebody wrote to the file since it was opened.
  func refuseIfChanged() throws(ContactLogRefusal) {
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == opened.st_size,
      now.st_mtim.tv_sec == opened.st_mtim.tv_sec, now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    else { throw .cannotOpen(path, "The file was changed while it was read.") }
  }

  /// What the system says about the last failure.
  static var reason: String {
    let text = strerror(errno).map { String(cString: $0) } ?? "unknown"
    return "The system says: \(text)."
  }
}
