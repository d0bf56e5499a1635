public import Practice
public import Returns

/// A contact log that could not be read: nothing of it was used.
public struct ContactLogRefusal: Refusal {
  public let what: String
  public let why: String
  public let remedy: String
  /// The first faults, at most `kept` of them, in the order of the file.
  public let faults: [Returns.Fault]
  /// How many there are in all.
  public let faultCount: Int

  /// How many faults are kept in full; all are counted.
  public static let kept = 1000

  init(
    what: String, why: String, remedy: String, faults: [Returns.Fault] = [], faultCount: Int = 0
  ) {
    self.what = what
    self.why = why
    self.remedy = remedy
    self.faults = faults
    self.faultCount = faultCount
  }

  static func cannotOpen(_ path: String, _ reason: String) -> ContactLogRefusal {
    ContactLogRefusal(
      what: "Kith cannot read the contact log \(path).", why: reason,
      remedy: "Give a CSV file with the columns child, day and worker, or a folder that holds"
        + " contacts.csv.")
  }
}

/// Gathers the faults of one log: counts all, keeps the first.
struct ContactLogFaults {
  let file: String
  private(set) var kept: [Returns.Fault] = []
  private(set) var count = 0

  init(file: String) { self.file = file }

  mutating func add(
    line: Int, column: String? = nil, value: String? = nil, rule: String, _ message: String,
    _ remedy: String
  ) {
    count += 1
    guard kept.count < ContactLogRefusal.kept else { return }
    kept.append(
      Returns.Fault(
        severity: .fault, file: file, line: line, column: column,
        value: value.map { String($0.prefix(80)) }, rule: rule, message: message, remedy: remedy))
  }

  /// Throws where there is any.
  func refuse() throws(ContactLogRefusal) {
    guard count > 0 else { return }
    let first = kept.first?.description ?? ""
    throw ContactLogRefusal(
      what: "The contact log \(file) was not read.",
      why: count == 1 ? "It has a fault: \(first)" : "It has \(count) faults; the first: \(first)",
      remedy: "Put the lines right that are listed and ask again.", faults: kept,
      faultCount: count)
  }
}
