import Practice
import Store

/// What somebody has typed of a meeting, as it was typed, and what it says once it is read.
struct RecordEncounterForm: Sendable {
  /// Of the telling that it will be.
  var telling: ID<Telling>
  var day = ""
  var kind: Encounter.Kind?
  var place: Encounter.Place?
  var parts: [ID<Person>: Part] = [:]
  var title = ""
  var words = ""

  /// How somebody of the family took part.
  enum Part: String, Sendable, CaseIterable {
    case there, seen, alone

    var words: String {
      switch self {
      case .there: "Took part, not seen"
      case .seen: "Seen, with others there"
      case .alone: "Seen alone"
      }
    }
  }

  static let longestTitle = 200
  static let mostPeople = 200
  static let longestWords = 50_000
  /// Bytes of a form: room for the longest words in any script, and to say that they are too long.
  static let most = 1 << 20

  init(telling: ID<Telling>) { self.telling = telling }

  /// - Throws: `DoorRefusal.notFromHere` where it carries no telling's id: it is not our form.
  init(_ form: Form) throws(DoorRefusal) {
    guard let telling = form["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7 else {
      throw .notFromHere
    }
    self.telling = telling
    day = form["day"] ?? ""
    kind = form["kind"].flatMap { Encounter.Kind(rawValue: $0) }
    place = form["place"].flatMap { Encounter.Place(rawValue: $0) }
    title = Self.oneLine(form["title"] ?? "")
    words = Self.lines(form["words"] ?? "")
    for part in form.all("met").prefix(Self.mostPeople) {
      let halves = part.utf8.split(separator: UInt8(ascii: " "))
      guard halves.count == 2, let person = ID<Person>(String(Substring(halves[0]))),
        let part = Part(rawValue: String(Substring(halves[1])))
      else { continue }
      parts[person] = part
    }
  }

  /// What the page sends for somebody's part.
  static func value(_ person: ID<Person>, _ part: Part) -> String { "\(person) \(part.rawValue)" }

  /// The encounter that it tells of, or what its writer must put right.
  func encounter(
    with family: EncounterFamily, by practitioner: ID<Practitioner>, today: Day
  ) -> Result<Encounter, Faults> {
    var faults = Faults()
    let day = Day(day)
    if day == nil { faults.add("day", "Enter the day on which you met") }
    if kind == nil { faults.add("kind", "Choose how you met") }
    if title.isEmpty { faults.add("title", "Enter a line that says what it was about") }
    if title.unicodeScalars.count > Self.longestTitle {
      faults.add("title", "Say it in \(Self.longestTitle) characters or fewer, and the rest below")
    }
    if words.unicodeScalars.count > Self.longestWords {
      faults.add("words", "Write \(Self.longestWords.grouped) characters or fewer")
    }
    let encounter = Encounter(
      id: RecordEncounter.encounter(of: telling), family: family.family.id,
      practitioner: practitioner, day: day ?? today, kind: kind ?? .other, place: place,
      title: title, words: words,
      met: parts.filter { family.holds($0.key) }.sorted { $0.key < $1.key }.map { person, part in
        Encounter.Met(person: person, seen: part != .there, alone: part == .alone)
      })
    for fault in encounter.faults(today: today, born: family.born) {
      faults.add(fault, in: family)
    }
    return faults.all.isEmpty ? .success(encounter) : .failure(faults)
  }

  /// White space at the ends is nobody's words, and a browser ends a line with two signs.
  private static func lines(_ text: String) -> String {
    let returns = text.unicodeScalars.filter { $0 != "\r" }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let last = returns.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(String.UnicodeScalarView(returns[...last].drop(while: isSpace)))
  }

  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }

  /// Faults in the order of the page, one for each field.
  struct Faults: Error {
    private static let order: [String] = ["day", "kind", "place", "met", "title", "words"]
    private var found: [Fault] = []

    var all: [Fault] {
      Self.order.flatMap { name in found.filter { "\($0.field)" == name }.prefix(1) }
    }

    mutating func add(_ field: StaticString, _ words: String) {
      found.append(Fault(field: field, words: words))
    }

    mutating func add(_ fault: EncounterFault, in family: EncounterFamily) {
      switch fault {
      case .notYet: add("day", "Enter today, or a day before: a meeting is written down afterwards")
      case .nobodyTookPart: add("met", "Say who of the family took part")
      case .beforeBirth(let person, let born):
        add(
          "day",
          "Enter a later day, or another person: \(family.called(person)) was born on "
            + born.inWords)
      case .seenFromAfar:
        add(
          "met",
          "In a call or a message nobody is seen: say that they took part. A call on a screen is a "
            + "visit or a meeting, online")
      }
    }
  }
}

extension ID {
  /// True for what `IDMaker` makes: ids that sort by when they were made.
  var isOfVersion7: Bool { high >> 12 & 15 == 7 && low >> 62 == 2 }
}
