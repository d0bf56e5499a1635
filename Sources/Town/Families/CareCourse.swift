import Practice

/// A child's whole time in care, worked out when it begins: the spells end to end, each under one
/// legal status in one home, as the SSDA903 asks for them. Codes are those valid from 2017 to 2026.
struct CareCourse: Sendable {
  struct Spell: Sendable {
    let from: Int
    /// Nil where it goes on beyond anything the town will live to see.
    var until: Int?
    let reasonBegun: String
    let status: LegalStatus
    let home: String
    let provider: String
    var reasonEnded: String?
    var reasonHomeChanged: String?
    let postcode: String
    /// True where the child came to live with other people.
    let moved: Bool
  }
  let need: String
  let spells: [Spell]

  /// - Parameters:
  ///   - born: the child's day of birth; care ends on the eighteenth birthday at the latest.
  ///   - start: the day on which care began, on or after `born`.
  init(born: Int, start: Int, _ chance: inout Chance) {
    let age = (start - born) / 365
    let adult = Int(Day(born).adding(years: 18).number)
    need =
      ["N1", "N2", "N3", "N4", "N5", "N6", "N8"][
        chance.weighted([62, age > 9 ? 4 : 2, 3, 8, 14, age > 12 ? 8 : 1, 4])]
    var length = CareCourse.length(age: age, &chance)
    let shortBreaks = age > 3 && chance.happens(250)
    var status = CareCourse.firstStatus(age: age, shortBreaks: shortBreaks, &chance)
    let staysLong = length > 400
    var changes: [(day: Int, legal: Bool)] = []
    if !shortBreaks {
      var day = start
      while true {
        day += chance.lasting(mean: day < start + 400 ? 500 : 1100) + 5
        if day >= start + length || changes.count > 24 { break }
        changes.append((day, false))
      }
      switch status {
      case .policeProtection: changes.append((start + chance.between(2, 3), true))
      case .emergencyProtection: changes.append((start + chance.between(5, 8), true))
      case .accommodated where staysLong && chance.happens(3500):
        changes.append((start + chance.between(60, 240), true))
      default: break
      }
      if staysLong, status != .remanded { changes.append((start + chance.between(170, 330), true)) }
      if age < 5, length > 600, chance.happens(4500) {
        changes.append((start + chance.between(340, 420), true))
      }
      changes.sort { $0.day < $1.day }
    }
    if shortBreaks { length = max(length, 500) }
    let end = min(start + length, adult)
    var spells: [Spell] = []
    var (home, provider) = CareCourse.home(age: age, &chance)
    var spell = Spell(
      from: start, until: nil, reasonBegun: "S", status: status, home: home, provider: provider,
      postcode: Streets.postcode(&chance), moved: true)
    for change in changes where change.day < end && change.day > spell.from {
      let next = change.legal ? CareCourse.statusAfter(status, age: age) : status
      if change.legal, next == status { continue }
      spell.until = change.day
      spell.reasonEnded = "X1"
      if !change.legal {
        spell.reasonHomeChanged =
          ["CARPL", "CREQB", "CREQO", "CHILD", "LAREQ", "STAND", "OTHER"][
            chance.weighted([42, 12, 10, 8, 14, 2, 12])]
        let years = age + (change.day - start) / 365
        (home, provider) = CareCourse.home(age: years, &chance)
      }
      spells.append(spell)
      status = next
      spell = Spell(
        from: change.day, until: nil, reasonBegun: change.legal ? "L" : "P", status: status,
        home: home, provider: provider,
        postcode: change.legal ? spell.postcode : Streets.postcode(&chance), moved: !change.legal)
    }
    spell.until = end
    spell.reasonEnded = CareCourse.leaving(status: status, grown: end == adult, &chance)
    spells.append(spell)
    self.spells = spells
  }

  /// For the hand-written cast: spells as the script gives them.
  init(need: String, spells: [Spell]) {
    self.need = need
    self.spells = spells
  }

  private static func length(age: Int, _ chance: inout Chance) -> Int {
    switch chance.weighted([18, 22, 60]) {
    case 0: return chance.between(3, 80)
    case 1: return chance.between(80, 500)
    default: return 300 + chance.lasting(mean: age < 3 ? 800 : 1800)
    }
  }

  private static func firstStatus(age: Int, shortBreaks: Bool, _ chance: inout Chance)
    -> LegalStatus
  {
    if shortBreaks { return .shortBreaks }
    let choices: [LegalStatus] = [
      .accommodated, .interimCareOrder, .policeProtection, .emergencyProtection, .remanded,
    ]
    return choices[chance.weighted([50, 36, 7, 3, age > 13 ? 4 : 0])]
  }

  private static func statusAfter(_ status: LegalStatus, age: Int) -> LegalStatus {
    switch status {
    case .policeProtection, .emergencyProtection, .accommodated: .interimCareOrder
    case .interimCareOrder: .careOrder
    case .careOrder: age < 5 ? .placementOrder : .careOrder
    default: status
    }
  }

  private static func home(age: Int, _ chance: inout Chance) -> (String, String) {
    let codes = ["U1", "U3", "U4", "U5", "U6", "A3", "K2", "P1", "R1"]
    let older = age > 12 ? 10 : 1
    let code = codes[
      chance.weighted([13, 4, 24, 8, 40, age < 4 ? 6 : 0, older, 6, age < 2 ? 2 : 0])]
    let provider =
      code == "K2" || code == "R1"
      ? "PR4" : code == "P1" ? "PR0" : chance.happens(5500) ? "PR1" : "PR4"
    return (code, provider)
  }

  private static func leaving(status: LegalStatus, grown: Bool, _ chance: inout Chance) -> String {
    if grown { return chance.happens(7000) ? "E5" : "E7" }
    switch status {
    case .placementOrder: return chance.happens(8000) ? "E12" : "E11"
    case .careOrder, .interimCareOrder:
      return ["E4A", "E45", "E46", "E8"][chance.weighted([34, 22, 30, 14])]
    default: return ["E4A", "E4B", "E8"][chance.weighted([55, 25, 20])]
    }
  }
}
