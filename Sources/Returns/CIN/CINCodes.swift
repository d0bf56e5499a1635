/// The code lists of the CIN census (2016-17 to 2026-27).
enum CINCodes {
  static let sex = CodeList("M F U 0 1 2 9")
  static let pupilNumberUnknown = CodeList("UN1 UN2 UN3 UN4 UN5 UN6 UN7")
  static let disability = CodeList("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")
  static let source = CodeList(
    "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 6 7 8 9 10", from: [2023: "5D"])
  static let need = CodeList("N1 N2 N3 N4 N5 N6 N7 N8 N9 N0")
  static let closure = CodeList("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8", from: [2023: "RC9"])
  static let factors = CodeList(
    """
    1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A \
    14A 15A 16A 17A 18A 19A 20 21 22A 23A
    """, from: [2021: "18B 18C 19B 19C", 2022: "24A"])
  static let abuse = CodeList("NEG PHY SAB EMO MUL")

  /// `F`, `M` or `U` of a code of either kind: letters since 2025, digits before.
  static func sex(_ code: String) -> String {
    switch code {
    case "1": "M"
    case "2": "F"
    case "0", "9": "U"
    default: code
    }
  }
}
