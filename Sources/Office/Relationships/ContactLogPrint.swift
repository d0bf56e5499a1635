import Measuring
import Practice

/// The report as a program reads it, and as people do.
extension ContactLogReport {
  /// One line of JSON; floats to 12 decimals, null where there is nothing to say.
  public var json: String {
    let sums = Measure.allCases.map { "\"\($0.rawValue)\": \(self.sums[$0] ?? 0)" }
    let weighted = Measure.allCases.map {
      "\"\($0.rawValue)\": \"\(Self.hexadecimal(self.weighted[$0] ?? 0))\""
    }
    let rolling = self.rolling.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    let members = [
      "\"children\": \(children)",
      "\"sums\": {\(sums.joined(separator: ", "))}",
      "\"weighted\": {\(weighted.joined(separator: ", "))}",
      "\"upc\": \(Self.decimals(upc))", "\"coc\": \(Self.decimals(coc))",
      "\"secon\": \(Self.decimals(secon))", "\"n2\": \(childrenWithTwo)",
      "\"familiar\": \(Self.decimals(familiar.proportion))",
      "\"roll_hist\": {\(rolling.joined(separator: ", "))}",
    ]
    return "{\(members.joined(separator: ", "))}"
  }

  /// Lines for a terminal.
  public var table: String {
    guard children > 0 else {
      return "No contact up to \(day.inWords): there is no continuity to measure."
    }
    let contacts = sums[.contacts] ?? 0
    var rows: [(String, String)] = [
      ("As at", day.inWords),
      ("Children with a contact", "\(children)"),
      ("Contacts", "\(contacts)"),
      ("Different workers a child, mean", Self.mean(sums[.workers] ?? 0, children)),
      ("Usual provider (UPC), mean", upc?.decimal(places: 3) ?? "too few"),
      ("Bice-Boxerman (COC), mean", coc?.decimal(places: 3) ?? "too few"),
      ("Sequential (SECON), mean", secon?.decimal(places: 3) ?? "too few"),
      ("Children with two contacts or more", "\(childrenWithTwo)"),
      ("Met a familiar face", familiar.proportion?.decimal(places: 3) ?? "too few"),
      ("Most workers in any 365 days, mean", Self.mean(sums[.mostIn365Days] ?? 0, children)),
      ("Workers in the last 365 days, mean", Self.mean(sums[.inLast365Days] ?? 0, children)),
    ]
    if later > 0 { rows.append(("Contacts after the day, left out", "\(later)")) }
    let width = rows.reduce(0) { max($0, $1.0.utf8.count) }
    var lines = rows.map { name, value in
      name + String(repeating: " ", count: width - name.utf8.count + 2) + value
    }
    lines.append("")
    lines.append("Most workers in any 365 days: children")
    for (workers, count) in rolling.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(workers): \(count)")
    }
    return lines.joined(separator: "\n")
  }

  /// For standard error: what reading and computing took, apart.
  public var timings: String {
    func part(_ name: String, _ timing: Timing) -> String {
      "\(name) \(timing.cpu.decimal(places: 3) ?? "?") CPU s,"
        + " \(timing.wall.decimal(places: 3) ?? "?") s"
    }
    return part("Reading:", reading) + "\n" + part("Computing:", computing)
  }

  private static func mean(_ sum: Int, _ count: Int) -> String {
    (Double(sum) / Double(count)).decimal(places: 2) ?? "not known"
  }

  private static func decimals(_ value: Double?) -> String {
    value?.decimal(places: 12) ?? "null"
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
