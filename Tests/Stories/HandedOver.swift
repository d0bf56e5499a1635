import Foundation
import Ground
import Office
import Practice
import Returns
import Store

/// A council on the morning it hands over its returns: an empty store, and files written by hand.
struct HandedOver {
  let folder: URL
  let store: Store
  let authority: Authority
  static let morning = Instant(microseconds: 1_774_947_600_000_000)

  init(code: String = "846") async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try await Store.open(
      at: Ground.location(in: folder), keeping: folder.path, schema: Record.schema,
      now: Self.morning)
    authority = try await store.addAuthority(code: code, name: "Marlhaven", now: Self.morning)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func run() -> ImportRun {
    ImportRun(store: store, authority: authority, teller: "Wei Chen", now: Self.morning)
  }

  /// Hands over a set; the files by name.
  func handOver(
    _ files: [(String, String)], year: Int, keepGoodRows: Bool = false
  ) async throws -> ImportReport {
    var run = run()
    run.keepGoodRows = keepGoodRows
    return try await run.ssda903(
      files.map { .bytes(Array($0.1.utf8), name: $0.0) }, year: CollectionYear(year)!)
  }

  func histories() async throws -> [ChildHistory] {
    let authority = authority
    return try await store.read { try StabilityDesk($0, authority) }.histories
  }

  func count(_ table: String) async throws -> Int {
    let known: [String: SQL] = [
      "tenure": "SELECT count(*) FROM tenure", "telling": "SELECT count(*) FROM telling",
      "care_episode": "SELECT count(*) FROM care_episode",
      "person": "SELECT count(*) FROM person", "care_review": "SELECT count(*) FROM care_review",
      "stated_row": "SELECT count(*) FROM stated_row", "plan": "SELECT count(*) FROM plan",
      "help_period": "SELECT count(*) FROM help_period",
      "posting": "SELECT count(*) FROM posting",
      "family_member": "SELECT count(*) FROM family_member",
    ]
    guard let sql = known[table] else { return -1 }
    return try await store.read { try $0.count(sql) }
  }

  // The children of these stories, as their council writes them.

  static let header = """
    CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
    501,F,04/05/2012,WBRI,L846000000501,,
    502,M,17/11/2016,BAFR,L846000000502,,
    """
  static let episodes = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
    501,10/06/2024,S,C2,N1,U4,PR1,,,,BN1 1AA,BN2 1TW,
    502,01/09/2025,S,V2,N1,U4,PR1,,,,BN1 1AB,BN2 1TX,
    """
  /// 501: A, then B, then A again. 502: C alone.
  static let workers = """
    CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
    501,04/05/2012,SW100001,10/06/2024,01/07/2025,FCONTA
    501,04/05/2012,SW100002,01/07/2025,20/11/2025,TSPROC
    501,04/05/2012,SW100001,20/11/2025,,MANAGE
    502,17/11/2016,SW100003,01/09/2025,,FCONTA
    """
  static let set = [
    ("header.csv", header), ("episodes.csv", episodes), ("sw_episodes.csv", workers),
  ]
}
