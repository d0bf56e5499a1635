import Practice

/// Children of one family who share one line of workers: what the encounters of a period of help
/// are drawn from.
struct Strand: Sendable {
  /// How much help there is, which says how often people meet.
  enum Level: Int, Sendable { case findingOut, help, longHelp, protection, care, inTouch }

  struct Segment: Sendable {
    let worker: Int
    let team: Int
    let from: Int
    var until = Int.max
  }
  struct Kid: Sendable {
    let child: Int
    let from: Int
    var until = Int.max
    /// The open tenure of the strand's worker with this child.
    var tenure: Lasting<Tenure>?
  }
  /// Someone beside the children in another role than the line itself.
  struct Beside: Sendable {
    let worker: Int
    let role: TenureRole
    let from: Int
    var until = Int.max
    let tenures: [Lasting<Tenure>]
  }
  let family: Int
  /// The role in which its line of workers is alongside: keyworker, or adviser of a young adult.
  let role: TenureRole
  let from: Int
  var until = Int.max
  var team: Int
  let way: Way
  /// Hand-written: changes as the script says and never by chance.
  let cast: Bool
  var kids: [Kid]
  var segments: [Segment] = []
  var beside: [Beside] = []
  var levels: [(from: Int, level: Level)]
  /// Counts changes of worker, so that what was planned under an earlier one is let go.
  var turn = 0
  /// The Front Door worker who took the first call.
  var openedBy: Int?
  /// The worker who is away for long and may come back.
  var waitingFor: Int?

  var worker: Int? { segments.last.flatMap { $0.until == .max ? $0.worker : nil } }
  var isOpen: Bool { until == .max }
  var openKids: [Int] { kids.filter { $0.until == .max }.map(\.child) }
  var openTenures: [Lasting<Tenure>] { kids.compactMap(\.tenure) }
}

/// Where a period of help leads.
enum Way: Int, Sendable, CaseIterable {
  case findingOut, help, longHelp, protection, care
}
