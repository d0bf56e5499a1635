import Foundation
import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

/// The figures keep the rules of the text form that Prometheus reads.
@Suite struct WatchFiguresTests {
  /// A line of figures taken apart; nil where it breaks the form.
  private struct Sample {
    let name: String
    let labels: [String: String]
    let value: Double

    init?(_ line: Substring) {
      let pattern = /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)/
      guard let found = line.wholeMatch(of: pattern) else { return nil }
      name = String(found.1)
      var labels: [String: String] = [:]
      var rest = found.2 ?? ""
      while !rest.isEmpty {
        guard
          let pair = rest.prefixMatch(
            of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\\\|\\"|\\n)*)"(?:,|$)/)
        else { return nil }
        guard labels.updateValue(String(pair.2), forKey: String(pair.1)) == nil else { return nil }
        rest = rest[pair.range.upperBound...]
      }
      self.labels = labels
      guard let value = found.3 == "+Inf" ? .infinity : Double(found.3) else { return nil }
      self.value = value
    }
  }

  /// Every sample of a text, after each rule of the form was checked.
  private func samples(_ text: String) throws -> [Sample] {
    #expect(text.utf8.last == 10)
    var samples: [Sample] = []
    var (kinds, family, helped): ([String: String], String, Set<String>) = ([:], "", [])
    var seen: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      if words[0] == "#" {
        if words[1] == "HELP" { #expect(helped.insert(words[2]).inserted, "told twice: \(line)") }
        if words[1] == "TYPE" {
          #expect(kinds.updateValue(words[3], forKey: words[2]) == nil)
          #expect(["counter", "gauge", "histogram"].contains(words[3]))
          family = words[2]
        }
        continue
      }
      let sample = try #require(Sample(line), "not a sample: \(line)")
      let endings = kinds[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
      #expect(endings.contains { family + $0 == sample.name }, "\(line) under \(family)")
      let identity = "\(sample.name) \(sample.labels.sorted { $0.key < $1.key })"
      #expect(seen.insert(identity).inserted, "twice: \(line)")
      if kinds[family] == "counter" {
        #expect(family.hasSuffix("_total") && sample.value >= 0)
      }
      samples.append(sample)
    }
    #expect(Set(kinds.keys) == helped)
    return samples
  }

  private func value(
    _ samples: [Sample], _ name: String, _ labels: [String: String] = [:]
  ) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  @Test func whatPeopleDidIsCounted() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    #expect(try await visitor.signIn(DoorBench.name, "a slip of a password").status == 422)
    try await visitor.signIn()
    for _ in 1...3 { _ = try await visitor.get("/families") }
    _ = try await visitor.ask(.head, "/families")
    _ = try await visitor.get("/nowhere/Leo")
    _ = try await visitor.ask(.delete, "/families")
    try await bench.tellSomething(through: bench.site.store)

    let samples = try samples(bench.site.figures())
    let families = ["route": "/families", "method": "GET"]
    #expect(value(samples, "kith_requests_total", families.with("status", "2xx")) == 4)
    #expect(value(samples, "kith_request_seconds_count", families) == 4)
    let nothing = ["route": "nothing", "method": "any", "status": "4xx"]
    #expect(value(samples, "kith_requests_total", nothing) == 1)
    #expect(value(samples, "kith_requests_in_flight") == 0)
    #expect(value(samples, "kith_sign_ins_refused_total", ["why": "wrong"]) == 1)
    #expect(value(samples, "kith_tellings_total") == 1)
    #expect(try #require(value(samples, "kith_store_write_seconds_count")) >= 2)
    #expect(try #require(value(samples, "process_cpu_seconds_total")) > 0)
    #expect(try #require(value(samples, "process_resident_memory_bytes")) > 1_000_000)
    #expect(
      value(
        samples, "kith_build_info",
        ["version": Version.current, "schema": "\(Record.schema.newest)"]) == 1)
    #expect(value(samples, "kith_backup_age_seconds") == nil)
    #expect(!bench.site.figures().contains("Leo") && !bench.site.figures().contains("Boateng"))
  }

  @Test func aSpreadIsCumulativeAndEndsWithAll() throws {
    var spread = Spread()
    for took: UInt64 in [1, 500_000, 500_001, 7_000_000, 11_000_000_000] { spread.add(took) }
    var page = Exposition()
    page.begin("t_seconds", .histogram, "How long.")
    page.sample(spread, ["route": "/a"])
    let samples = try samples(page.text)
    let buckets = samples.filter { $0.name == "t_seconds_bucket" }
    let ends = buckets.map { Double($0.labels["le"] == "+Inf" ? "inf" : $0.labels["le"] ?? "") }
    #expect(ends.compactMap { $0 } == Spread.ends.map { Double($0) / 1e9 } + [.infinity])
    #expect(buckets.map(\.value) == buckets.map(\.value).sorted())
    #expect(buckets.first?.value == 2 && buckets.last?.value == 5)
    #expect(value(samples, "t_seconds_count", ["route": "/a"]) == 5)
    #expect(abs((value(samples, "t_seconds_sum", ["route": "/a"]) ?? 0) - 11.008000002) < 1e-6)
  }

  @Test func valuesOfLabelsCannotBreakTheForm() throws {
    var page = Exposition()
    page.begin("t", .gauge, "A \\ and\na line.")
    page.sample(1.5, ["a": "x\"} 7\ny\\", "b": "é,=\"{"])
    page.sample(-1e-9)
    page.sample(.infinity, ["a": ""])
    let samples = try samples(page.text)
    #expect(samples.map(\.value) == [1.5, -1e-9, .infinity])
    #expect(samples[0].labels["a"] == "x\\\"} 7\\ny\\\\")
  }

  @Test func theAgeOfTheNewestBackupIsTold() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let folder = BackupFolder(bench.folder.path)
    // A backup is as old as its name says, however lately it was copied here.
    for age in [3600, 9000] {
      let place = folder.place(for: DoorBench.morning + -age)
      try Data("x".utf8).write(to: URL(fileURLWithPath: place))
    }
    try Data("x".utf8).write(to: bench.folder.appendingPathComponent("kith-new.kith"))
    var options = Site.Options()
    options.backups = bench.folder.path
    let site = Site(
      store: bench.store, authority: bench.authority, options: options,
      lock: PasswordLock(rounds: 16), logbook: bench.log.logbook, clock: { DoorBench.morning })
    #expect(value(try samples(site.figures()), "kith_backup_age_seconds") == 3600)
  }

  @Test func figuresAreToldAtOneAddressAndNotOnTheSitesOwnPort() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let server = FiguresServer(site: bench.site, port: 0)
    let told = try await Seen(server.answer(.get, "/metrics"))
    #expect(told.status == 200 && told.body.contains("kith_build_info"))
    #expect(told.fields[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(told.fields[.contentLength] == "\(told.body.utf8.count)")
    #expect(try await Seen(server.answer(.get, "/families")).status == 404)
    #expect(try await Visitor(bench.site).get("/metrics").status == 404)
  }
}

extension [String: String] {
  fileprivate func with(_ key: String, _ value: String) -> [String: String] {
    merging([key: value]) { $1 }
  }
}
