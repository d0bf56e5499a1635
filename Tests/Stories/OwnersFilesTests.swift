import Foundation
import Ground
import Testing

/// Every file holds a record of families, or the key to one.
@Suite(.enabled(if: Ground.isFile)) struct OwnersFilesTests {
  @Test func whateverIsMadeCanBeReadByItsOwnerAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func place(_ name: String) -> String { folder.appendingPathComponent(name).path }
    let others = "022"
    for words in [
      "authority add 846 Brighton --store \(place("new/place/kith.db"))",
      "backup --into \(place("backups")) --store \(place("new/place/kith.db"))",
      "restore \(place("backups"))/*.kith --store \(place("back/kith.db"))"
        + " --key-file \(place("new/place/kith-backup.key"))",
      "demo --families 1 --store \(place("demo/kith.db"))",
      "pack --into \(place("papers")) --store \(place("demo/kith.db"))",
    ] {
      // As somebody whose files everybody may read otherwise.
      let done = try Program.run(
        ["-c", "umask \(others); \(Program.path) \(words)"], of: "/bin/sh")
      #expect(done.code == 0, "\(words): \(done.error)")
    }
    var seen = 0
    for top in ["new", "backups", "back", "demo", "papers"] {
      let below = FileManager.default.enumerator(atPath: place(top))?.compactMap {
        $0 as? String
      }
      for name in [top] + (below ?? []).map({ "\(top)/\($0)" }) {
        let facts = try FileManager.default.attributesOfItem(atPath: place(name))
        let rights = try #require(facts[.posixPermissions] as? Int)
        #expect(rights & 0o077 == 0, "\(name) has \(String(rights, radix: 8))")
        seen += 1
      }
    }
    #expect(seen > 15)
  }
}
