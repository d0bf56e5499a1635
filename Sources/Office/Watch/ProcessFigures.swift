import Foundation

/// What the system says of this program; nil where it does not say.
struct ProcessFigures {
  let cpuSeconds: Double
  let residentBytes: Int?
  let openFiles: Int?

  init() {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    cpuSeconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    let manager = FileManager.default
    residentBytes = manager.contents(atPath: "/proc/self/statm").flatMap { data in
      let words = String(decoding: data, as: UTF8.self).split(separator: " ")
      return words.count > 1 ? Int(words[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
    }
    openFiles = (try? manager.contentsOfDirectory(atPath: "/proc/self/fd")).map(\.count)
  }
}
