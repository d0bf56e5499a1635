import Practice

/// How the people of a family are kin to each other, in sentences: one for all brothers and sisters
/// together, and one for everybody else.
struct FamilyTies {
  let record: FamilyRecord

  func write(to html: inout HTML) {
    let siblings = circles
    let others = ties
    guard !siblings.isEmpty || !others.isEmpty else { return }
    html.ul(.class("ties")) { list in
      for circle in siblings {
        list.li { line in
          names(circle, &line)
          line.text(" are brothers and sisters.")
        }
      }
      for (person, kinds) in others {
        list.li { line in
          line.name(record.card(person).given)
          for (place, (kind, others)) in kinds.enumerated() {
            line.text(place == 0 ? " is " : place == kinds.count - 1 ? " and " : ", ")
            line.text(kind.withArticle)
            line.text(" ")
            names(others, &line)
          }
          line.text(".")
        }
      }
    }
  }

  private func names(_ people: [ID<Person>], _ line: inout HTML) {
    for (place, person) in people.enumerated() {
      if place > 0 { line.text(place == people.count - 1 ? " and " : ", ") }
      line.name(record.card(person).given)
    }
  }

  private var told: [Kinship] {
    record.kinship.filter { kin in
      record.people[kin.person] != nil && record.people[kin.of] != nil
        && kin.period?.holds(on: record.today) ?? true
    }
  }

  /// Full brothers and sisters, in the order in which the family was told of.
  private var circles: [[ID<Person>]] {
    var circles: [[ID<Person>]] = []
    for kin in told where kin.kind == .sibling {
      let reached = circles.indices.filter {
        circles[$0].contains(kin.person) || circles[$0].contains(kin.of)
      }
      var circle = reached.flatMap { circles[$0] }
      for person in [kin.person, kin.of] where !circle.contains(person) { circle.append(person) }
      for place in reached.reversed() { circles.remove(at: place) }
      circles.append(circle)
    }
    return circles
  }

  private typealias Tie = (person: ID<Person>, kinds: [(Kinship.Kind, [ID<Person>])])

  private var ties: [Tie] {
    var ties: [Tie] = []
    for kin in told where kin.kind != .sibling {
      let place = ties.firstIndex { $0.person == kin.person } ?? ties.count
      if place == ties.count { ties.append((kin.person, [])) }
      let kind = ties[place].kinds.firstIndex { $0.0 == kin.kind } ?? ties[place].kinds.count
      if kind == ties[place].kinds.count { ties[place].kinds.append((kin.kind, [])) }
      if !ties[place].kinds[kind].1.contains(kin.of) { ties[place].kinds[kind].1.append(kin.of) }
    }
    return ties
  }
}

extension Kinship.Kind {
  /// "a parent of", "an aunt or uncle of", "kin of".
  fileprivate var withArticle: String {
    switch self {
    case .auntOrUncle, .adoptiveParent: "an \(words)"
    case .otherKin: words
    case .partner, .formerPartner, .parent, .stepParent, .fosterCarer, .grandparent, .sibling,
      .halfSibling, .stepSibling, .guardian:
      "a \(words)"
    }
  }
}
