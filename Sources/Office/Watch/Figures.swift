import Practice
import Store

/// What is told of the site to whoever watches over the machine: how much, how fast, how it ended.
/// Names, ids and what was asked for are not among it.
extension Site {
  func figures() -> String {
    let counts = tallies.now
    var page = Exposition()
    requests(counts, &page)
    page.begin(
      "kith_tellings_total", .counter,
      "Tellings that were kept through this site; commands such as kith import keep theirs beside it."
    )
    page.sample(counts.tellings)
    page.begin("kith_store_read_seconds", .histogram, "How long readings of the store took.")
    page.sample(counts.reads)
    page.begin("kith_store_write_seconds", .histogram, "How long writings to the store took.")
    page.sample(counts.writes)
    page.begin(
      "kith_store_failures_total", .counter,
      "Readings and writings of the store that ended in a refusal or an error.")
    page.sample(counts.readsFailed, ["kind": "read"])
    page.sample(counts.writesFailed, ["kind": "write"])
    page.begin(
      "kith_import_rows_total", .counter,
      "Rows of returns handed over on the page; kith import is a process of its own and says its rows."
    )
    page.sample(counts.rowsKept, ["kept": "yes"])
    page.sample(counts.rowsNotKept, ["kept": "no"])
    page.begin("kith_sign_ins_refused_total", .counter, "Times somebody was not let in, by why.")
    for why in Tallies.Refused.allCases {
      page.sample(counts.refused[why.rawValue], ["why": "\(why)"])
    }
    backups(&page)
    machine(&page)
    return page.text
  }

  private func requests(_ counts: Tallies.Counts, _ page: inout Exposition) {
    page.begin(
      "kith_requests_total", .counter,
      "Requests that came to their end, by route pattern, method and class of status.")
    for (row, name) in RouteName.all.enumerated() {
      for (place, ending) in Tallies.classes.enumerated() {
        let count = counts.requests[row * Tallies.classes.count + place]
        guard count > 0 else { continue }
        page.sample(count, ["route": name.pattern, "method": name.method, "status": ending])
      }
    }
    page.begin(
      "kith_request_seconds", .histogram,
      "How long requests took until their answer was ready, by route pattern.")
    for (name, spread) in zip(RouteName.all, counts.durations) where spread.count > 0 {
      page.sample(spread, ["route": name.pattern, "method": name.method])
    }
    page.begin("kith_requests_in_flight", .gauge, "Requests that have begun and not ended.")
    page.sample(counts.inFlight)
  }

  private func backups(_ page: inout Exposition) {
    guard let newest = options.backups.flatMap({ try? BackupFolder($0).all().first })
    else { return }
    page.begin("kith_backup_age_seconds", .gauge, "Age of the newest backup.")
    page.sample(Double(clock().microseconds - newest.made.microseconds) / 1e6)
  }

  private func machine(_ page: inout Exposition) {
    let process = ProcessFigures()
    page.begin("kith_build_info", .gauge, "Which Kith this is.")
    page.sample(1, ["version": Version.current, "schema": "\(Record.schema.newest)"])
    page.begin("kith_leaving", .gauge, "1 once Kith has been asked to stop.")
    page.sample(isLeaving ? 1 : 0)
    page.begin("process_start_time_seconds", .gauge, "When Kith began, in Unix time.")
    page.sample(Double(began.microseconds) / 1e6)
    page.begin("process_cpu_seconds_total", .counter, "User and system seconds of the processor.")
    page.sample(process.cpuSeconds)
    if let bytes = process.residentBytes {
      page.begin("process_resident_memory_bytes", .gauge, "Memory that is held.")
      page.sample(bytes)
    }
    if let files = process.openFiles {
      page.begin("process_open_fds", .gauge, "Files and connections that are open.")
      page.sample(files)
    }
  }
}
