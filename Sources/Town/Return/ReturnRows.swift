import Practice
import Returns

/// Rows of a return, as a council writes them.
enum ReturnRows {
  /// The child's number in the return: six digits and more, the same in every year.
  static func name(_ number: Int) -> String { String(100_000 + number) }

  static func header(
    _ number: Int, _ name: String, sex: String, born: Day, ethnicity: String, _ year: CollectionYear
  ) -> HeaderRow {
    let atSchool = born.age(on: year.last) >= 5
    return HeaderRow(
      line: 0, child: name, sex: sex, born: born, ethnicity: ethnicity,
      pupilNumber: atSchool ? "L" + String(999_000_000_000 + number) : "UN1",
      isMother: sex == "F" && born.age(on: year.last) >= 12 ? false : nil)
  }

  /// As it stood on 31 March: an end after it is not known yet.
  static func asAt(_ year: CollectionYear, _ period: Period) -> Period {
    guard let until = period.until, until > year.last else { return period }
    return Period(from: period.from)
  }

  static func episode(_ name: String, _ care: CareEpisode, _ year: CollectionYear) -> EpisodeRow {
    let period = asAt(year, care.period)
    let over = period.until != nil
    return EpisodeRow(
      line: 0, child: name, period: period, reasonBegun: care.reasonBegun,
      legalStatus: care.legalStatus, need: care.need, home: care.home, provider: care.provider,
      reasonEnded: over ? ended(care.reasonEnded, year) : nil,
      reasonHomeChanged: over ? care.reasonHomeChanged : nil, homePostcode: care.homePostcode,
      placementPostcode: care.placementPostcode)
  }

  /// Special guardianship had other codes until 2018.
  private static func ended(_ code: String?, _ year: CollectionYear) -> String? {
    guard year.number <= 2018 else { return code }
    return code == "E45" ? "E43" : code == "E46" ? "E44" : code
  }

  /// Previous permanence for everyone; health for those looked after for a year; times missing for
  /// a few young people.
  static func stated(
    _ number: Int, _ name: String, born: Day, _ year: CollectionYear, since: Day?
  ) -> [StatedRow] {
    var chance = Chance(seed: UInt64(truncatingIfNeeded: number), stream: UInt64(year.number))
    let age = born.age(on: year.last)
    let bornOn = StatedRow.Value(column: "DOB", text: born.description)
    func row(_ table: Table, _ values: [(String, String)]) -> StatedRow {
      StatedRow(
        line: 0, table: table, child: name,
        values: [bornOn] + values.map { StatedRow.Value(column: $0.0, text: $0.1) })
    }
    var rows = [row(.previousPermanence, [("PREV_PERM", "Z1")])]
    guard let since else { return rows }
    if since <= year.last.adding(years: -1) {
      var health = [("CONVICTED", chance.happens(age > 11 ? 350 : 0) ? "1" : "0")]
      if age < 5 { health.append(("HEALTH_CHECK", chance.happens(9000) ? "1" : "0")) }
      if age > 3, age < 17 {
        health.append(
          chance.happens(7600) ? ("SDQ_SCORE", "\(chance.between(2, 30))") : ("SDQ_REASON", "SDQ2"))
      }
      health += [
        ("IMMUNISATIONS", chance.happens(8300) ? "1" : "0"),
        ("TEETH_CHECK", chance.happens(7700) ? "1" : "0"),
        ("HEALTH_ASSESSMENT", chance.happens(8900) ? "1" : "0"),
        ("SUBSTANCE_MISUSE", chance.happens(age > 12 ? 500 : 0) ? "1" : "0"),
      ]
      rows.append(row(.oc2, health))
    }
    let earliest = max(since, year.first)
    if age > 11, chance.happens(900), year.last - earliest > 20 {
      let start = earliest + chance.below(year.last - earliest - 10)
      rows.append(
        row(
          .missing,
          [
            ("MISSING", "M"), ("MIS_START", start.description),
            ("MIS_END", (start + chance.between(1, 4)).description),
          ]))
    }
    return rows
  }
}
