import Foundation
import Practice
import Store

/// The clock and the disk beneath the store.
extension Check {
  static let clock = Check(about: "clock") { examination in
    let (now, last) = (examination.now, examination.store?.condition.lastTold)
    if let last, now + 60 < last {
      return [
        .wrong(
          "The clock says \(now); the newest telling was recorded later, at \(last).",
          "Set the clock (`timedatectl set-ntp true`): until it has caught up, tellings are kept "
            + "in their order under the time of the newest.")
      ]
    }
    guard now.london.day.year >= 2026 else {
      return [
        .wrong("The clock says \(now).", "Set the clock: `timedatectl set-ntp true`.")
      ]
    }
    return [.good("The clock says \(now), and nothing was told later than that.")]
  }

  static let timeZone = Check(about: "time zone") { examination in
    let path = URL(fileURLWithPath: examination.zones)
      .appendingPathComponent("Europe/London").path
    if FileManager.default.isReadableFile(atPath: path) {
      return [.good("What the system knows of London's time is there.")]
    }
    return [
      .look(
        "The system does not know London's time (\(path)); Kith does, other programs do not.",
        "Install it: `apt-get install tzdata`.")
    ]
  }

  static let disk = Check(about: "disk") { examination in
    guard examination.isFile else { return [] }
    let folder = URL(fileURLWithPath: examination.location).deletingLastPathComponent().path
    let manager = FileManager.default
    guard
      let free = (try? manager.attributesOfFileSystem(forPath: folder))?[.systemFreeSize]
        as? NSNumber
    else { return [.look("The room left at \(folder) is not known.", "See that it exists.")] }
    // What was told lately may still be in the log beside the file.
    let size = ["", "-wal"].reduce(0) { sum, tail in
      let facts = try? manager.attributesOfItem(atPath: examination.location + tail)
      return sum + ((facts?[.size] as? NSNumber)?.intValue ?? 0)
    }
    return [room(free.intValue, beside: size)]
  }

  /// Room for what is told, and for the work of an import, which may need as much again.
  static func room(_ free: Int, beside size: Int) -> Finding {
    let words = "\(Size.words(free)) are left at the store, which has \(Size.words(size))."
    let remedy = "Make room, or move the store to a larger disk."
    if free < 200 << 20 { return .wrong(words, remedy) }
    if free < max(1 << 30, size) { return .look(words, remedy) }
    return .good(words)
  }
}
