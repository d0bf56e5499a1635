import Glibc

/// Reads a file from its first byte to its last, and notices when somebody alters it meanwhile.
final class ByteSource {
  private let descriptor: Int32
  private let held: [UInt8]
  private var taken = 0
  private var opened = stat()
  private let log: FaultLog
  private let watch: ((UnsafeRawBufferPointer) -> Void)?

  /// Bytes that were read so far.
  var position: Int { taken }

  /// Nil where the file cannot be read, which is told to `log`. `watch` sees every byte once, in
  /// order, as it is read.
  init?(
    _ input: Input, log: FaultLog, watch: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    self.log = log
    self.watch = watch
    switch input {
    case .bytes(let bytes, _):
      descriptor = -1
      held = bytes
    case .file(let path):
      held = []
      // Not blocking, so that a pipe in the folder cannot hold the reader up for ever.
      descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0, fstat(descriptor, &opened) == 0 else {
        ByteSource.tellUnreadable(errno, log)
        if descriptor >= 0 { close(descriptor) }
        return nil
      }
      guard opened.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        log.tell(
          .fault, rule: ReaderRule.unreadable, "This is not a file but a folder or a device.",
          "Name the file itself.")
        return nil
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills as much of `room` as it can; 0 at the end of the file, or where reading failed, which is
  /// told.
  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = room.baseAddress, room.count > 0 else { return 0 }
    var count = 0
    if descriptor < 0 {
      count = min(room.count, held.count - taken)
      held.withUnsafeBytes { bytes in
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[taken..<(taken + count)]))
      }
    } else {
      while count < room.count {
        let got = Glibc.read(descriptor, base + count, room.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { ByteSource.tellUnreadable(errno, log) }
        guard got > 0 else { break }
        count += got
      }
    }
    taken += count
    watch?(UnsafeRawBufferPointer(start: base, count: count))
    return count
  }

  /// True where the first thing in the file is a `<`, behind a mark of UTF-8 and blanks at most.
  var isXML: Bool {
    var start = [UInt8](repeating: 0, count: 256)
    if descriptor < 0 {
      start = Array(held.prefix(256))
    } else {
      let got = pread(descriptor, &start, start.count, 0)
      start.removeLast(start.count - max(0, got))
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
    return start.first { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 } == UInt8(ascii: "<")
  }

  /// To be asked once after the last byte: tells where the file is no longer the one that was
  /// opened.
  func tellIfChanged() {
    guard descriptor >= 0 else { return }
    var now = stat()
    let same =
      fstat(descriptor, &now) == 0 && now.st_size == opened.st_size
      && now.st_mtim.tv_sec == opened.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    guard !same else { return }
    log.tell(
      .fault, rule: ReaderRule.changed, "The file was altered while it was being read.",
      "Wait until whatever writes it has finished, and read it again.")
  }

  private static func tellUnreadable(_ number: Int32, _ log: FaultLog) {
    let reason = String(cString: strerror(number))
    log.tell(
      .fault, rule: ReaderRule.unreadable, "The file could not be read: \(reason).",
      "Check that it is there and that you may read it.")
  }
}
