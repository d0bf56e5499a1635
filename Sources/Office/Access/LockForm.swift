import Practice
import Store

/// What was typed of a lock.
struct LockForm: Sendable {
  var reference = ""
  var category: Restriction.Category?
  var call = ""
  var because = ""
  /// One practitioner a line, by name or by registration.
  var names = ""
  var keepsWorkers = true

  static let longest = 2000

  init() {}

  init(_ form: Form) {
    func line(_ name: StaticString) -> String {
      (form[name] ?? "").unicodeScalars.split { $0.properties.isWhitespace }
        .map { String($0) }.joined(separator: " ")
    }
    reference = line("reference")
    category = form["category"].flatMap { Restriction.Category(rawValue: $0) }
    call = line("call")
    because = line("because")
    names = form["readers"] ?? ""
    keepsWorkers = form["workers"] != "no"
  }

  var faults: [Fault] {
    var faults: [Fault] = []
    if reference.isEmpty {
      faults.append(Fault(field: "reference", words: "Enter the family’s reference"))
    }
    if category == nil { faults.append(Fault(field: "category", words: "Choose why it is locked")) }
    if call.isEmpty {
      faults.append(
        Fault(field: "call", words: "Enter whom the Front Door calls: a name and a number"))
    }
    if because.isEmpty { faults.append(Fault(field: "because", words: "Say why")) }
    if call.utf8.count > Self.longest || because.utf8.count > Self.longest {
      faults.append(
        Fault(field: "because", words: "Write \(Self.longest.grouped) characters or fewer"))
    }
    return faults
  }

  /// Those who are named, each line for itself; a line that names nobody, or several, is a fault.
  /// - Parameter writer: who cannot name themselves.
  func readers(
    among colleagues: TeamColleagues, by writer: ID<Practitioner>?
  ) -> (found: [ID<Practitioner>], faults: [Fault]) {
    var found: [ID<Practitioner>] = []
    let lines = names.split(whereSeparator: \.isNewline).prefix(100).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for line in lines where !line.isEmpty {
      let matching = colleagues.called(line)
      guard let one = matching.first, matching.count == 1 else {
        let what = matching.isEmpty ? "Nobody who works here is" : "Several who work here are"
        return (
          [],
          [
            Fault(
              field: "readers",
              words: "\(what) called “\(line)”: enter one name a line as the teams show it, or a "
                + "Social Work England number")
          ]
        )
      }
      guard one != writer else {
        return (
          [],
          [Fault(field: "readers", words: "Leave yourself out: somebody else has to name you")]
        )
      }
      found.append(one)
    }
    return (found, [])
  }
}
