import NIOCore
import NIOPosix
import Practice
import Testing

@testable import Office

@Suite struct DoorServingTests {
  @Test func aPortThatIsTakenIsRefusedWithARemedy() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let other = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(other.localAddress?.port)
    let site = Site(
      store: bench.store, authority: bench.authority, options: Site.Options(port: port))
    await #expect(throws: DoorRefusal.portTaken(host: "127.0.0.1", port: port)) {
      try await site.serve()
    }
    try await other.close()
  }

  @Test func anAddressOfNoMachineIsRefusedToo() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let site = Site(
      store: bench.store, authority: bench.authority,
      options: Site.Options(host: "192.0.2.1", port: 8099))
    await #expect(throws: DoorRefusal.self) { try await site.serve() }
  }

  @Test func behindAProxyTheVisitorIsWhomTheProxyNamesLast() async throws {
    for behindProxy in [true, false] {
      let bench = try await DoorBench(behindProxy: behindProxy)
      defer { bench.remove() }
      let forwarded = "192.0.2.66, 198.51.100.9"
      for guess in 1...20 {
        let visitor = Visitor(bench.site)
        visitor.forwarded = "spoofed \(guess), 198.51.100.9"
        #expect(try await visitor.signIn("Nobody \(guess)", "guess").status == 422)
      }
      let (same, another) = (Visitor(bench.site), Visitor(bench.site))
      (same.forwarded, another.forwarded) = (forwarded, "198.51.100.10")
      #expect(try await same.signIn("Nobody 21", "guess").status == 429)
      #expect(
        try await another.signIn("Nobody 22", "guess").status == (behindProxy ? 422 : 429))
    }
  }
}
