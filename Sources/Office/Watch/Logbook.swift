import Foundation
import Practice

/// What is written down of what happens, a line each, for whoever looks after the machine. A line
/// says which kind of page was asked and how it went, and never who asked, about whom, or with what
/// words: its values come from the program, and what a visitor may choose is not among them.
public final class Logbook: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// One object a line, for programs.
    case json
  }

  enum Level: String, Sendable { case info, warning, error }

  private let format: Format
  private let clock: @Sendable () -> Instant
  private let write: @Sendable ([UInt8]) -> Void

  /// Written to standard error, a whole line at a time.
  public convenience init(_ format: Format) {
    self.init(format, clock: Site.machineClock, write: putOnStandardError)
  }

  init(
    _ format: Format, clock: @escaping @Sendable () -> Instant,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.format = format
    self.clock = clock
    self.write = write
  }

  /// One line about something that was not a request.
  /// - Parameter fields: of the program's own words.
  func event(_ level: Level, _ words: String, _ fields: [(name: String, value: String)] = []) {
    var line = LogLine(format, clock(), level)
    line.text("event", words)
    for field in fields { line.text(named: field.name, field.value) }
    write(line.finished())
  }

  func request(_ entry: LogEntry) {
    var line = LogLine(format, clock(), entry.level)
    line.text("event", "request")
    line.text("method", entry.method)
    line.text("route", entry.route)
    if let status = entry.status { line.number("status", status) }
    line.number("duration_us", Int(entry.took / 1000))
    line.number("bytes", entry.bytes)
    if let role = entry.role { line.text("role", role.rawValue) }
    line.text("request_id", entry.errand.id)
    if let trace = entry.errand.trace {
      line.text("trace_id", trace.trace)
      line.text("parent_id", trace.parent)
    }
    write(line.finished())
  }
}

/// How one request went.
struct LogEntry: Sendable {
  let errand: Errand
  /// As the standards name it; `other` for any other, which a visitor could have made up.
  let method: String
  /// The pattern of the address, such as `/families/ID`.
  let route: String
  /// Nil where the connection broke off before it could be answered.
  let status: Int?
  /// Nanoseconds until the answer was ready to be sent.
  let took: UInt64
  let bytes: Int
  /// Nil where nobody was signed in.
  let role: AccountRole?

  /// Nothing has failed where somebody went away, or was told to come back later.
  var level: Logbook.Level {
    switch status {
    case nil, 503: .warning
    case .some(let status): status >= 500 ? .error : .info
    }
  }
}

/// A whole line at once. Where nobody is there to read it, or it cannot be kept, the work goes on.
@Sendable private func putOnStandardError(_ line: [UInt8]) {
  line.withUnsafeBytes { line in
    var rest = line[...]
    while !rest.isEmpty {
      let written = write(2, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard written > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
