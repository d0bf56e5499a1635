import Foundation
import Office
import Practice
import Store

/// The children beneath the official measure of twelve months, and the facts beneath each: whom they
/// had as social worker in the window, from when until when, and why that began.
struct ContinuityBeneath: Encodable {
  struct Child: Encodable {
    /// The council's own number, or Kith's id where there is none.
    let child: String
    let workers: Int
    let tenures: [Alongside]
  }
  struct Alongside: Encodable {
    /// Social Work England number, or the name that is known.
    let worker: String
    let from: String
    let until: String?
    let begun: String?

    /// Every key, an empty one as null.
    func encode(to encoder: any Encoder) throws {
      var answer = encoder.container(keyedBy: CodingKeys.self)
      try answer.encode(worker, forKey: .worker)
      try answer.encode(from, forKey: .from)
      try answer.encode(until, forKey: .until)
      try answer.encode(begun, forKey: .begun)
    }

    enum CodingKeys: String, CodingKey { case worker, from, until, begun }
  }

  let day: String
  let months: Int
  /// Those with the most social workers first, then by number.
  let children: [Child]

  init(_ reading: Reading, _ authority: Authority, _ stability: Stability) throws {
    let histories = Dictionary(
      try StabilityDesk(reading, authority).histories.map { ($0.child, $0) }
    ) { first, _ in first }
    let (numbers, workers) = (
      try Self.numbers(reading, authority.number), try Self.workers(reading, authority.number)
    )
    day = stability.day.description
    months = stability.months
    children = stability.each.map { one in
      let tenures = histories[one.child]?.tenures ?? []
      return Child(
        child: numbers[one.child] ?? one.child.description, workers: one.workers.count,
        tenures: one.tenures.filter { tenures.indices.contains($0) }.map { place in
          let tenure = tenures[place]
          return Alongside(
            worker: workers[tenure.practitioner] ?? tenure.practitioner.description,
            from: tenure.period.from.description, until: tenure.period.until?.description,
            begun: tenure.begun?.rawValue)
        })
    }.sorted { ($1.workers, $0.child) < ($0.workers, $1.child) }
  }

  func words() -> String {
    var lines = ["Social workers in the \(months) months to \(day), child by child"]
    var band = -1
    for child in children {
      if child.workers != band {
        band = child.workers
        let count = children.count { $0.workers == band }
        lines.append("\n\(band) social worker\(band == 1 ? "" : "s"): \(count)")
      }
      lines.append("  \(child.child)")
      for one in child.tenures {
        lines.append(
          "    \(one.worker)  \(one.from) to \(one.until ?? "today")  \(one.begun ?? "no reason")")
      }
    }
    return lines.joined(separator: "\n")
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  private static func numbers(
    _ reading: Reading, _ authority: Int
  ) throws -> [ID<Person>: String] {
    var numbers: [ID<Person>: String] = [:]
    try reading.each(
      "SELECT person, value FROM person_number WHERE authority = \(authority) AND scheme = 'local'"
    ) { numbers[$0.id(0)] = $0.text(1) }
    return numbers
  }

  private static func workers(
    _ reading: Reading, _ authority: Int
  ) throws -> [ID<Practitioner>: String] {
    var workers: [ID<Practitioner>: String] = [:]
    try reading.each(
      """
      SELECT practitioner, coalesce(registration, name) FROM practitioner_about
      WHERE authority = \(authority) ORDER BY id
      """
    ) { workers[$0.id(0)] = $0.text(1) }
    return workers
  }
}
