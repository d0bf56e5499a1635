import Glibc
public import Practice

/// A plain log of contacts: a child, a day and a worker on each line, in the order in which they
/// happened. It holds no families and no names, so a service can measure continuity before it moves
/// anything into Kith, and a researcher can measure England.
///
/// Contacts of a day are never merged: who wants that, merges before writing the log.
public enum ContactLog {
  /// Day 0 of a log that numbers its days.
  public static let dayZero = Day(number: 16_436)  // 1 January 2015

  /// Reads the log and answers as at `day`; contacts after it are read, counted and left out.
  ///
  /// - Parameters:
  ///   - path: a CSV file with the columns `child`, `day` and `worker` in any order (others are not
  ///     read), or a folder that holds `contacts.csv`, or the raw little-endian columns
  ///     `contacts.child.bin` (4 bytes), `contacts.day.bin` (2) and `contacts.worker.bin` (4). Children
  ///     and workers are numbers up to 4,294,967,295; days are numbers counted from 1 January 2015,
  ///     or dates such as 2024-12-30 from 1950 to 2129.
  ///   - threads: computing threads; as many as the machine lets this process use, where nil.
  ///   - progress: called now and then while reading, with the share read, `0 ... 1`.
  /// - Throws: `ContactLogRefusal`, with every fault counted, where anything in it cannot be read.
  public static func report(
    path: String, day: Day, threads: Int? = nil, progress: (Double) -> Void = { _ in }
  ) throws(ContactLogRefusal) -> ContactLogReport {
    let start = Timing.now
    let source = try ContactLogSource(path: path)
    let columns = try source.read(progress: progress)
    let read = Timing.now
    let groups = ContactGroups(
      columns, asAt: LogDay(clamping: day), threads: threads ?? Timing.processors)
    var report = ContactLogReport(groups, asAt: day)
    report.reading = read - start
    report.computing = Timing.now - read
    return report
  }
}

/// A day as the log's columns hold it: counted from 1 January 1950, so that two bytes reach 2129.
struct LogDay: Sendable {
  static let zero = Day(number: -7305)  // 1 January 1950
  /// Days from `zero` to the log's own day 0.
  static let beforeDayZero = ContactLog.dayZero - zero
  /// The largest number that a log can write for a day.
  static let largestNumber = Int(UInt16.max) - beforeDayZero

  let value: UInt16

  /// The nearest day that a log can hold.
  init(clamping day: Day) { value = UInt16(clamping: day - Self.zero) }
}

/// Seconds spent on a part of the work.
public struct Timing: Sendable {
  /// By all processors together.
  public let cpu: Double
  /// By the clock on the wall.
  public let wall: Double

  static var now: Timing {
    Timing(cpu: seconds(CLOCK_PROCESS_CPUTIME_ID), wall: seconds(CLOCK_MONOTONIC))
  }

  static func - (a: Timing, b: Timing) -> Timing {
    Timing(cpu: a.cpu - b.cpu, wall: a.wall - b.wall)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Processors of the machine, `1 ... 16`.
  static var processors: Int { min(16, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
