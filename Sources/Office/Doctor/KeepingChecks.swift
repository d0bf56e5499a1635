import Foundation
import Practice
import Store

/// What is kept outside the store: the heads of its chains, and its backups.
extension Check {
  static let anchor = Check(about: "anchored heads") { examination in
    guard let (store, condition) = examination.store else { return [] }
    let path = Anchor.place(beside: store.keptBeside)
    guard let heads = try? await store.anchoredHeads() else {
      return [.wrong("The anchored heads could not be compared.", "Run `kith verify`.")]
    }
    guard !heads.isEmpty else {
      if condition.tellings == 0 { return [.good("Nothing was told yet, so no head is anchored.")] }
      return [
        .look(
          "No head of the record is anchored at \(path): a cut end would not be noticed.",
          "Start Kith, which writes them; KITH_ANCHOR puts them on another disk.")
      ]
    }
    return heads.map { head in
      switch head.standing {
      case .same:
        .good("The head of \(head.authority) anchored last is telling \(head.telling), as told.")
      case .other, .missing:
        .wrong(
          "Telling \(head.telling) of \(head.authority) is not what was anchored outside.",
          "Let nobody write, keep a copy of everything as it is, and run `kith verify`.")
      }
    }
  }

  static let backups = Check(about: "backups") { examination in
    guard let folder = examination.backups else {
      return [
        .look(
          "Nobody said where the backups are.",
          "Say `--backups FOLDER`, and make them each night: `kith backup --into FOLDER`.")
      ]
    }
    let found: [BackupFolder.Found]
    do throws(StoreRefusal) { found = try BackupFolder(folder).all() } catch {
      return [.wrong("\(error.what) \(error.why)", error.remedy)]
    }
    guard let newest = found.first else {
      return [
        .wrong(
          "There is no backup in \(folder).", "Make one: `kith backup --into \(folder)`.")
      ]
    }
    let hours = Int((examination.now.microseconds - newest.made.microseconds) / 3_600_000_000)
    let words = "The newest backup is \(Check.age(hours)) old: \(newest.path)."
    let remedy = "See why none was made: `systemctl status kith-backup`."
    if hours >= 72 { return [.wrong(words, remedy)] }
    return hours >= 26 ? [.look(words, remedy)] : [.good(words)]
  }

  private static func age(_ hours: Int) -> String {
    switch hours {
    case ..<1: "less than an hour"
    case 1: "1 hour"
    case 2..<48: "\(hours) hours"
    default: "\(hours / 24) days"
    }
  }
}
