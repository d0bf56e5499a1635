import Practice
import Returns

/// Reads made-up files and shows what came of them.
struct Bench {
  var statements: [Statement] = []
  var faults: [Fault] = []
  var report: FileReport?

  /// The text as a file of that name, in a set of its own.
  init(_ text: String, as name: String, year: Int = 2026) {
    self.init(Array(text.utf8), as: name, in: SSDA903Set(year: CollectionYear(year)!))
  }

  init(_ bytes: [UInt8], as name: String, in set: SSDA903Set) {
    var (statements, faults): ([Statement], [Fault]) = ([], [])
    report = set.read(
      .bytes(bytes, name: name), each: { faults.append($0) }, into: { statements.append($0) })
    (self.statements, self.faults) = (statements, faults)
  }

  /// Rules of the faults that refuse, in the order found.
  var refusals: [String] { rules(.fault) }
  var queries: [String] { rules(.query) }
  var notes: [String] { rules(.note) }

  func fault(_ rule: String) -> Fault? { faults.first { $0.rule == rule } }

  private func rules(_ severity: Fault.Severity) -> [String] {
    faults.filter { $0.severity == severity }.map(\.rule)
  }
}

func day(_ text: String) -> Day { Day(text)! }

let headerColumns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n"
let workerColumns = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\r\n"
let episodeColumns =
  "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n"
