import Foundation
import Ground
import HTTPTypes
import Practice
import Store
import Testing

@testable import Office

@Suite struct WatchReadinessTests {
  private func asks(_ site: Site) async throws -> (status: Int, body: String) {
    let seen = try await Visitor(site).get("/ready")
    #expect(seen.fields[.cacheControl] == "no-store")
    return (seen.status, seen.body)
  }

  @Test func aKithThatCanDoItsWorkIsReady() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let seen = try await asks(bench.site)
    #expect(seen.status == 200 && seen.body == "ready\n")
  }

  @Test func aKithThatWasAskedToStopSaysSoAtOnceAndIsStillAlive() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    bench.site.leaving.withValue { $0 = true }
    let seen = try await asks(bench.site)
    #expect(seen.status == 503 && seen.body == "not ready: Kith is stopping\n")
    let health = try await Visitor(bench.site).get("/health")
    #expect(health.status == 200)
    #expect(health.fields[.connection] == "close")
  }

  @Test func aStoreWithoutItsKeyIsNotReady() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.tellSomething()
    try bench.store.close()
    let path = bench.folder.appendingPathComponent("kith.key")
    try FileManager.default.removeItem(at: path)
    let store = try await Store.open(
      at: Ground.location(in: bench.folder), keeping: bench.folder.path, schema: Record.schema,
      now: DoorBench.morning)
    let site = Site(
      store: store, authority: bench.authority, lock: PasswordLock(rounds: 16),
      logbook: bench.log.logbook, clock: { DoorBench.morning })
    let seen = try await asks(site)
    #expect(seen.status == 503 && seen.body.contains("no key of the seals"))
    #expect(!seen.body.contains(bench.folder.lastPathComponent))
  }

  @Test func aStoreThatMayOnlyBeReadIsReadAndNotReady() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    _ = try await visitor.signIn()
    let store = try await Store.inspect(
      at: Ground.location(in: bench.folder), keeping: bench.folder.path, schema: Record.schema)
    let site = Site(
      store: store, authority: bench.authority, lock: PasswordLock(rounds: 16),
      logbook: bench.log.logbook, clock: { DoorBench.morning })
    let seen = try await asks(site)
    #expect(seen.status == 503 && seen.body.contains("may only be read"))
    // Whoever was signed in goes on reading; nobody else gets in, and is told why.
    visitor.site = site
    #expect(try await visitor.get("/families").status == 200)
    let refused = try await Visitor(site).signIn()
    #expect(refused.status == 503 && refused.body.contains("the store may only be read"))
  }

  @Test func aStoreThatANewerKithHasChangedMeanwhileIsNotReady() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    _ = try await bench.store.write { try $0.run("INSERT INTO schema_version VALUES (999, 0)") }
    let seen = try await asks(bench.site)
    #expect(seen.status == 503 && seen.body.contains("schema of another version"))
  }

  @Test func aStoreThatWasClosedCannotBeRead() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try bench.store.close()
    let seen = try await asks(bench.site)
    #expect(seen.status == 503 && seen.body == "not ready: the store cannot be read\n")
    #expect(try await Visitor(bench.site).get("/health").status == 200)
  }

  @Test func aSilentStoreIsNotWaitedForAndNotAskedTwiceAtOnce() async throws {
    let asked = Guarded(0)
    let (answers, answer) = AsyncStream<Int>.makeStream()
    let probe = StoreProbe(patience: .milliseconds(30)) {
      asked.withValue { $0 += 1 }
      for await version in answers { return StoreProbe.Answer(schema: version) }
      return StoreProbe.Answer(schema: 0)
    }
    #expect(await probe.readiness(known: 7) == .silent)
    #expect(await probe.readiness(known: 7) == .silent)
    #expect(asked.withValue { $0 } == 1)

    let patient = StoreProbe(patience: .seconds(3600)) {
      for await version in answers { return StoreProbe.Answer(schema: version) }
      return StoreProbe.Answer(schema: 0)
    }
    answer.yield(7)
    answer.yield(7)
    #expect(await patient.readiness(known: 7) == .ready)
  }
}
