/// Made-up addresses: the streets of no town, and postcodes of an area (MH) that Britain has not.
enum Streets {
  static let names = [
    "Larkspur Road", "Old Quay Street", "Samphire Close", "Chandler's Row", "Bramble Lane",
    "Lighthouse Avenue", "Station Parade", "Gull Terrace", "Orchard Rise", "Mill Pond Way",
    "Tamarisk Gardens", "St Brannock's Road", "Harbour View", "Cobbler's Walk", "Whinfield Road",
    "Downs View", "Marram Court", "Thistle Grove", "Kelp Street", "Saltings Road", "Pebble Lane",
    "Sandpiper Drive", "Cockle Row", "Windmill Hill", "Furze Croft", "Ropewalk", "Upper Marsh Road",
    "Beacon Street", "Weavers Close", "Coastguard Cottages",
  ]

  static func address(_ chance: inout Chance) -> String {
    let flat = chance.happens(2500) ? "Flat \(chance.between(1, 24)), " : ""
    return "\(flat)\(chance.between(1, 148)) \(chance.pick(names)), Marlhaven \(postcode(&chance))"
  }

  /// The postcode at the end of an address made here: its last two words.
  static func postcode(ofAddress address: String) -> String {
    address.utf8.split(separator: UInt8(ascii: " ")).suffix(2).map { String(Substring($0)) }
      .joined(separator: " ")
  }

  /// `MH3 4QT`
  static func postcode(_ chance: inout Chance) -> String {
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ".unicodeScalars)
    var code = "MH\(chance.between(1, 9)) \(chance.between(1, 9))"
    code.unicodeScalars.append(chance.pick(letters))
    code.unicodeScalars.append(chance.pick(letters))
    return code
  }
}
