/// One column of a table: its name in the return, what may stand in it, and which official rules
/// watch it.
public struct Field: Sendable {
  enum Shape: Sendable {
    case child
    case day
    /// A day of which the return lets the day or the month be unknown: `zz/05/2014`.
    case dayPerhaps
    case code(CodeList)
    /// A code that an episode keeps although the list has changed since the episode began.
    case restatedCode(CodeList)
    case whole(ClosedRange<Int>)
    case postcode
    case pupilNumber
    case providerNumber
    case worker
    case authority
  }

  public let name: String
  let shape: Shape
  /// True where the return does not let it be blank.
  public let isRequired: Bool
  /// The official rule that a wrong value meets.
  let rule: String?
  /// The official rule that a blank meets.
  let blankRule: String?

  /// True for a column of days.
  var isDay: Bool {
    switch shape {
    case .day, .dayPerhaps: true
    default: false
    }
  }

  init(
    _ name: String, _ shape: Shape, required: Bool = true, rule: String? = nil,
    blank: String? = nil
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = required
    self.rule = rule
    self.blankRule = blank ?? rule
  }
}
