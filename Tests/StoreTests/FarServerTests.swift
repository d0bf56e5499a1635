import Foundation
import Ground
import Practice
import Testing

@testable import Store

/// A server across a network: it has to prove who it is, and so does whoever comes to it.
@Suite(.enabled(if: Ground.far != nil)) struct FarServerTests {
  private func said(_ change: (inout URLComponents) -> Void) throws -> String {
    var address = try #require(URLComponents(string: Ground.far ?? ""))
    change(&address)
    do {
      let connection = try PostgreSQLConnection(
        PostgreSQLAddress(try #require(address.string)))
      return try connection.ask("SHOW ssl", PostgreSQLParameters()).text(0)
    } catch let refusal as StoreRefusal {
      return refusal.what + " " + refusal.why
    }
  }

  @Test func whoIsKnownAndTrustsItsCertificateIsLetIn() throws {
    #expect(try said { _ in } == "on")
  }

  @Test func aWrongPasswordIsRefusedAndNotRepeated() throws {
    let words = try said { $0.password = "four loud otters" }
    #expect(words.contains("password authentication failed"))
    #expect(!words.contains("otters"))
  }

  @Test func aCertificateForAnotherNameIsNotTaken() throws {
    let words = try said { $0.host = "elsewhere.kith.test" }
    #expect(words.contains("does not match host name"), "\(words)")
  }

  @Test func aCertificateThatNobodyVouchesForIsNotTaken() throws {
    let words = try said { address in
      address.queryItems = address.queryItems?.filter { $0.name != "sslrootcert" }
    }
    #expect(words.contains("certificate verify failed"), "\(words)")
  }

  @Test func withoutTLSNobodyIsHeard() throws {
    let words = try said { $0.queryItems?.append(.init(name: "sslmode", value: "disable")) }
    #expect(words.contains("no encryption") || words.contains("no pg_hba.conf entry"), "\(words)")
  }

  @Test func aStoreIsMadeAndReadThere() async throws {
    var address = try #require(URLComponents(string: Ground.far ?? ""))
    address.path = "/far_\(UInt32.random(in: 0...(.max)))"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try await Store.open(
      at: try #require(address.string), keeping: folder.path, schema: SmallRecord.schema,
      now: SmallRecord.morning)
    let authority = try await store.addAuthority(
      code: "846", name: "Seaford-on-Tees", now: SmallRecord.morning)
    try await store.of(authority).write { writing in
      _ = try writing.tell(
        SmallRecord.telling(1), authority: authority.number, SmallRecord.promise(1001, "Thursday"))
    }
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == 1)
    #expect(!store.location.contains("otters"))
  }
}
