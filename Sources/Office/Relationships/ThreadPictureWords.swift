import Practice

/// What the picture says of its parts: to speech, to a resting pointer, and beside the ribbons.
extension ChildThread {
  func words(for span: Span, of lane: Lane) -> String {
    let tenure = span.tenure
    var words =
      "\(lane.name), \(tenure.role.words.lowercasedFirst), from \(tenure.period.from.inWords)"
    if let until = tenure.period.until { words += " until \(until.inWords)" }
    words += ", \(length(of: tenure.period))"
    if let reason = tenure.begun { words += "; began because: \(reason.words)" }
    return words
  }

  func words(for change: Change) -> String {
    var words = "\(change.day.inWords): "
    let after = lanes[change.after].name
    if let before = change.before, before != change.after {
      words += "from \(lanes[before].name) to \(after)"
    } else {
      words += change.isReturn ? "\(after) came back" : "\(after) began"
    }
    if change.isReturn, change.before != change.after { words += ", who came back" }
    words += change.reason.map { ", because: \($0.words)" } ?? ", no reason recorded"
    return words
  }

  func words(for gap: Gap) -> String {
    let stretch =
      gap.last.map { "from \(gap.first.inWords) to \($0.inWords)" }
      ?? "since \(gap.first.inWords)"
    switch gap.kind {
    case .notRecorded: return "It is not recorded who was the social worker \(stretch)"
    case .nobody:
      let cover = gap.cover.map { lanes[$0].name }.joined(separator: ", ")
      return "\(counted(gap.days, "day")) with no social worker, \(stretch)"
        + (cover.isEmpty ? "" : "; cover by \(cover)")
    }
  }

  /// Beside the ribbon, under the name.
  func note(for lane: Lane) -> String {
    guard lane.isKeyworker else {
      let roles = lane.spans.map(\.tenure.role.words).uniqued
      return roles.isEmpty ? "Met without a role recorded" : roles.joined(separator: ", ")
    }
    let held = lane.spans.filter { $0.tenure.role == .keyworker }
    guard let first = held.first else { return lane.spans.first?.tenure.role.words ?? "" }
    if held.count > 1, held.contains(where: { span in span.opensBefore == false }) {
      return held.map { length(of: $0.tenure.period) }.joined(separator: ", then ")
    }
    let since = first.opensBefore ? "since \(first.tenure.period.from.year), " : ""
    let reason = first.tenure.begun.map { " · \($0.fewWords)" } ?? ""
    return since + length(of: first.tenure.period) + reason
  }

  func length(of period: Period) -> String {
    period.from.length(until: min(period.until ?? window.today, window.today))
  }

  /// The row of the table that tells of a span: keyworkers and gaps are told in the order of time.
  func row(of lane: Int, span: Int) -> String { "alongside-\(lane)-\(span)" }
  func row(ofGap gap: Int) -> String { "gap-\(gap)" }

  /// The span of a lane that a change began.
  func row(of change: Change) -> String {
    let spans = lanes[change.after].spans
    let span = spans.lastIndex {
      $0.tenure.role == .keyworker && $0.tenure.period.from <= change.day
    }
    return row(of: change.after, span: span ?? 0)
  }
}

extension ChildThread.Lane {
  /// Keyworkers have six colours in turn; all others share a quiet one.
  var hue: Attribute { isKeyworker ? .class("hue-", order % 6) : .class("other") }
}

/// "1 day", "41 days".
func counted(_ count: Int, _ thing: String) -> String {
  count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
}

extension String {
  var lowercasedFirst: String { isEmpty ? "" : prefix(1).lowercased() + dropFirst() }

  /// About how wide the words stand in a plain face, in units of the size of the letters: enough
  /// to tell whether they fit, never to place one word after another.
  var breadth: Double {
    var breadth = 0.0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20, 0x69, 0x6a, 0x6c, 0x2e, 0x2c, 0x27, 0x49, 0x66, 0x74, 0x72: breadth += 0.33
      case 0x6d, 0x77, 0x4d, 0x57: breadth += 0.88
      case 0x30...0x39: breadth += 0.64
      case 0x41...0x5a: breadth += 0.7
      case 0x300...0x36f: continue
      case 0x1100...0x11ff, 0x2e80...0xd7ff, 0xf900...0xfaff, 0x1f000...0x3ffff: breadth += 1
      default: breadth += 0.6
      }
    }
    return breadth
  }

  /// The words on as many lines as they need where each has room for `room` units of breadth.
  func lines(room: Double) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, (last + " " + word).breadth <= room {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Array where Element: Equatable {
  fileprivate var uniqued: [Element] {
    reduce(into: []) { kept, element in if !kept.contains(element) { kept.append(element) } }
  }
}
