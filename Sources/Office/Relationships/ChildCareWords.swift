import Practice

/// The codes of the SSDA903 in words for a page about one child. A code that is not known is shown
/// as it is, so that nothing is hidden.
enum ChildCareWords {
  static func home(_ code: String) -> String {
    switch code {
    case "U1", "U2", "U3": "With family or friends who foster"
    case "U4", "U5", "U6": "With a foster family"
    case "A3", "A4", "A5", "A6": "With the family who will adopt"
    case "P1": "With parents"
    case "P2", "H5", "K3": "Living on their own, with support"
    case "P3": "Living where they work"
    case "K1": "In a secure children’s home"
    case "K2": "In a children’s home"
    case "R1": "In a care home"
    case "R2": "In hospital or a health home"
    case "R3": "With a parent, in a family centre"
    case "R5": "In custody"
    case "S1": "At a residential school"
    case "T0", "T1", "T2", "T3", "T4": "Away for a short while"
    case "Z1", "Z11", "Z12", "Z13", "Z14": "Another home"
    default: "Home of code \(code)"
    }
  }

  static func begun(_ code: String) -> String {
    switch code {
    case "S": "coming into care"
    case "L": "a change of legal status"
    case "P": "a change of home"
    case "T": "a change of home, with the same carer"
    case "B": "a change of home and of legal status"
    case "U": "a change of legal status and of home, with the same carer"
    default: "reason \(code)"
    }
  }

  static func need(_ code: String) -> String {
    switch code {
    case "N1": "abuse or neglect"
    case "N2": "the child’s disability"
    case "N3": "a parent’s illness or disability"
    case "N4": "a family in great stress"
    case "N5": "a family that could not cope"
    case "N6": "distressed behaviour"
    case "N7": "low income"
    case "N8": "no parent there to care"
    default: "code \(code)"
    }
  }

  /// Why a home or a status came to its end; nil where it goes on.
  static func ending(_ episode: CareEpisode) -> String? {
    guard episode.period.until != nil else { return nil }
    if let change = episode.reasonHomeChanged { return homeChanged(change) }
    return episode.reasonEnded.map(ended)
  }

  private static func homeChanged(_ code: String) -> String {
    switch code {
    case "CARPL": "Moved as planned"
    case "CLOSE": "The home closed"
    case "ALLEG": "Something was alleged against the carer"
    case "STAND": "The home was not good enough"
    case "APPRR": "The carer’s approval ended"
    case "CREQB": "The carer asked, because of how the child was"
    case "CREQO": "The carer asked, for another reason"
    case "CHILD": "The child asked"
    case "LAREQ": "The council asked"
    case "PLACE": "The move was a way to a home that fits"
    case "CUSTOD": "Moved to or from custody"
    case "OTHER": "Another reason"
    default: "Reason \(code)"
    }
  }

  private static func ended(_ code: String) -> String {
    switch code {
    case "X1": "The next began the same day"
    case "E11", "E12": "Adopted"
    case "E2": "Died"
    case "E3": "Another council took over"
    case "E4A", "E4B", "E13": "Went home to parents or family"
    case "E41": "A child arrangements order was made"
    case "E43", "E44", "E45", "E46", "E47", "E48": "A special guardianship order was made"
    case "E5", "E6": "Moved on to live independently"
    case "E7": "Adult services took over"
    case "E8": "Care ended for another reason"
    case "E9": "Went into custody"
    case "E14": "Went abroad, or their stay could not be followed"
    case "E15": "Age was found to be 18 or over"
    case "E16": "Remand ended"
    case "E17": "Turned 18 and stayed with their foster family"
    default: "Reason \(code)"
    }
  }

  static func participation(_ code: String) -> String {
    switch code {
    case "PN0": "under 4 at the time"
    case "PN1": "was there and spoke for themself"
    case "PN2": "was there, and an advocate spoke"
    case "PN3": "was there and made their view known without words"
    case "PN4": "was there without speaking, and nobody spoke for them"
    case "PN5": "was not there, and had somebody speak for them"
    case "PN6": "was not there, and sent their view"
    case "PN7": "was not there and their view was not sent"
    default: "code \(code)"
    }
  }
}
