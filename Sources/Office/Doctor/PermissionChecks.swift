import Foundation
import Store

/// Who may read and write what is kept.
extension Check {
  static let permissions = Check(about: "permissions") { examination in
    guard examination.isFile, examination.isThere else { return [] }
    let path = examination.location
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var findings: [Finding] = []
    let manager = FileManager.default
    if !manager.isWritableFile(atPath: folder) {
      findings.append(
        .wrong(
          "This account may not write in \(folder), where the store keeps its log.",
          "Give it the right, or run this as the account that serves Kith."))
    }
    guard let mode = Check.mode(of: path) else { return findings }
    if !manager.isWritableFile(atPath: path) {
      findings.append(
        .wrong(
          "This account may not write to \(path).",
          "Give it the right, or run this as the account that serves Kith."))
    }
    // Whoever may not enter the folder cannot reach the file, whatever its own rights say.
    let others = mode & 0o007 != 0 && (Check.mode(of: folder) ?? 0) & 0o001 != 0
    if others {
      findings.append(
        .look(
          "Every account of this machine may read the store (mode \(String(mode, radix: 8))).",
          "Close the file and its folder: `chmod 600 \(path)` and `chmod 700 \(folder)`."))
    }
    return findings.isEmpty
      ? [.good("The store and its folder can be written to, and others cannot reach them.")]
      : findings
  }

  static let key = Check(about: "key of the seals") { examination in
    guard examination.isThere, let keeping = examination.keeping else { return [] }
    guard case .file(let path) = KeyFile.place(beside: keeping) else {
      return [.good("The key of the seals comes from the environment.")]
    }
    guard let mode = Check.mode(of: path) else {
      guard let tellings = examination.store?.condition.tellings, tellings == 0 else {
        return [
          .wrong(
            "There is no key of the seals at \(path): nothing can be told, and no seal checked.",
            "Put kith.key back from where it is kept, or set KITH_SEAL_KEY.")
        ]
      }
      return [.good("There is no key of the seals yet: the first start makes one at \(path).")]
    }
    guard (try? KeyFile.existing(beside: keeping)) != nil else {
      return [
        .wrong(
          "The key of the seals at \(path) cannot be read, or is none.",
          "Run this as the account that serves Kith, or put the key back.")
      ]
    }
    guard mode & 0o077 == 0 else {
      return [
        .wrong(
          "Others may read the key of the seals (mode \(String(mode, radix: 8))).",
          "Close it: `chmod 600 \(path)`. Whoever has read it can make seals.")
      ]
    }
    return [.good("The key of the seals is there, and its owner alone may read it.")]
  }

  static let doorKey = Check(about: "key of the door") { examination in
    guard examination.isThere, let keeping = examination.keeping else { return [] }
    guard !DoorKey.isInEnvironment else {
      return [.good("The key of the door comes from the environment.")]
    }
    let path = DoorKey.file(beside: keeping)
    guard let mode = Check.mode(of: path) else {
      return [.good("There is no key of the door yet: the first start makes one at \(path).")]
    }
    guard (try? DoorKey.existingOrMade(beside: keeping, makes: false)) != nil else {
      return [
        .wrong(
          "The key of the door at \(path) cannot be read, or is none: no second step can be checked.",
          "Run this as the account that serves Kith, or put the key back.")
      ]
    }
    guard mode & 0o077 == 0 else {
      return [
        .wrong(
          "Others may read the key of the door (mode \(String(mode, radix: 8))).",
          "Close it: `chmod 600 \(path)`. Whoever has read it and the store can make second steps.")
      ]
    }
    return [.good("The key of the door is there, and its owner alone may read it.")]
  }

  /// The rights of a file or folder; nil where there is none, or it is out of reach.
  private static func mode(of path: String) -> Int? {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return (facts?[.posixPermissions] as? NSNumber)?.intValue
  }
}
