import Practice

/// Where people live, and moves from home to home.
extension Years {
  /// The child comes to live with carers.
  mutating func moveIn(_ kid: Int, _ strand: Int, _ spell: CareCourse.Spell) -> HouseMove {
    let address =
      "\(chance.between(1, 148)) \(chance.pick(Streets.names)), Marlhaven \(spell.postcode)"
    let household = Household(id: maker.ids.next(), address: address)
    return moveTo(kid, household.id, new: household)
  }

  mutating func moveTo(_ kid: Int, _ household: ID<Household>, new: Household?) -> HouseMove {
    var ended: [Lasting<Residence>] = []
    if let open = children[kid].residence { ended.append(endedResidence(open)) }
    let begun = lasting(
      Residence(
        household: household, person: children[kid].person, period: Period(from: Day(today))))
    children[kid].residence = begun
    return HouseMove(ended: ended, household: new, begun: [begun])
  }

  private func endedResidence(_ open: Lasting<Residence>) -> Lasting<Residence> {
    Lasting(
      number: open.number,
      value: Residence(
        household: open.value.household, person: open.value.person,
        period: ending(open.value.period)))
  }

  /// The children who live at home move house together.
  mutating func moveHouse(_ family: Int) {
    guard let strand = families[family].lastStrand, strands[strand].isOpen else { return }
    let home = families[family].home
    let household = Household(id: maker.ids.next(), address: Streets.address(&chance))
    var (ended, begun): ([Lasting<Residence>], [Lasting<Residence>]) = ([], [])
    for kid in families[family].children where children[kid].residence?.value.household == home {
      let move = moveTo(kid, household.id, new: nil)
      ended += move.ended
      begun += move.begun
    }
    for (place, residence) in families[family].residences.enumerated()
    where residence.value.household == home
      && !families[family].children.contains(where: {
        children[$0].person == residence.value.person
      })
    {
      ended.append(endedResidence(residence))
      let next = lasting(
        Residence(
          household: household.id, person: residence.value.person, period: Period(from: Day(today)))
      )
      families[family].residences[place] = next
      begun.append(next)
    }
    families[family].home = household.id
    guard !begun.isEmpty else { return }
    tell(
      .moveHouse(HouseMove(ended: ended, household: household, begun: begun)),
      by: strands[strand].worker, family: family)
  }
}
