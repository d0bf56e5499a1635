import Practice
import Store

/// The program, and whether it and the store belong together.
extension Check {
  static let program = Check(about: "version") { _ in
    [.good("This is Kith \(Version.current), which knows schemas up to \(Record.schema.newest).")]
  }

  static let store = Check(about: "store") { examination in
    switch examination.opened {
    case .refused(let what, let why, let remedy): [.wrong("\(what) \(why)", remedy)]
    case .store(_, let condition):
      [.good("The store opens, answers, and holds \(condition.tellings) tellings.")]
    }
  }

  static let schema = Check(about: "schema") { examination in
    guard let (_, condition) = examination.store else { return [] }
    let known = Record.schema.newest
    guard condition.schema < known else { return [.good("The schema is version \(known).")] }
    return [
      .look(
        "The schema is version \(condition.schema); this Kith knows \(known).",
        "Make a backup; then start Kith, which brings it up to date.")
    ]
  }

  static let journal = Check(about: "journal") { examination in
    guard let (_, condition) = examination.store, let journal = condition.journal else { return [] }
    if condition.isKeptSafely {
      return [.good("Changes go through a write-ahead log (\(journal)).")]
    }
    return [
      .wrong(
        "Changes do not go through a write-ahead log; the store says \(journal).",
        "Stop every other program that has it open, and start Kith, which sets it.")
    ]
  }
}
