import Foundation
public import Practice
public import Store

/// A look over a store and the machine that keeps it. Nothing is changed by it.
public struct Examination: Sendable {
  let location: String
  /// Where its backups are; nil where nobody said.
  let backups: String?
  let now: Instant
  let opened: Opened
  let zones: String

  enum Opened: Sendable {
    case store(Store, Condition)
    case refused(what: String, why: String, remedy: String)
  }

  /// - Parameters:
  ///   - open: opens the store for reading alone.
  ///   - zones: the folder in which the system keeps what it knows of time zones.
  public init(
    of location: String, backups: String?, now: Instant, zones: String = "/usr/share/zoneinfo",
    open: () async throws -> Store
  ) async {
    self.location = location
    self.backups = backups
    self.now = now
    self.zones = zones
    do {
      let store = try await open()
      opened = .store(store, try await store.condition())
    } catch let refusal as any Refusal {
      opened = .refused(what: refusal.what, why: refusal.why, remedy: refusal.remedy)
    } catch {
      opened = .refused(
        what: "The store cannot be read.", why: Site.forLog(error), remedy: "Run `kith verify`.")
    }
  }

  /// Whatever each check of the list has found, in the list's order.
  public func findings() async -> [Finding] {
    var findings: [Finding] = []
    for check in Check.all {
      for var finding in await check.look(self) {
        finding.about = check.about
        findings.append(finding)
      }
    }
    return findings
  }

  var store: (store: Store, condition: Condition)? {
    guard case .store(let store, let condition) = opened else { return nil }
    return (store, condition)
  }

  /// True where the store is a file of this machine, and no server keeps it.
  var isFile: Bool { !location.contains("://") }

  /// Beside what the key and the anchored heads are kept; nil where the store of a server did not open.
  var keeping: String? { store?.store.keptBeside ?? (isFile ? location : nil) }

  /// False where there is no file that could be a store: its own check says so.
  var isThere: Bool { !isFile || FileManager.default.fileExists(atPath: location) }
}

/// One thing to look at; says nothing where there is nothing of the kind.
struct Check: Sendable {
  let about: String
  let look: @Sendable (Examination) async -> [Finding]

  static let all: [Check] = [
    .program, .store, .schema, .journal, .clock, .timeZone, .disk, .permissions, .key, .doorKey,
    .anchor,
    .backups,
  ]
}
