public import Practice

/// The hand-written families and workers of every town, whatever its size and seed. Their lives
/// follow the practice examples of the sources; their names are invented. Their ids never change.
public enum Cast {
  // The O'Dohertys: five brothers and sisters who came into care on one well-planned day, with five
  // workers who each had a part (S003 4.3).
  public static let dohertys = CastID.family("doherty")
  public static let ruby = CastID.person("ruby")
  public static let finn = CastID.person("finn")
  public static let leo = CastID.person("leo")
  public static let isla = CastID.person("isla")
  public static let teddy = CastID.person("teddy")

  // The Kowalczyks, whose worker went on leave and came back to find everything in good hands
  // (S003, practice example 1).
  public static let kowalczyks = CastID.family("kowalczyk")
  public static let zosia = CastID.person("zosia")
  public static let antek = CastID.person("antek")

  // Ezra, whose father nobody had rung (S003 4.5).
  public static let bartons = CastID.family("barton")
  public static let ezra = CastID.person("ezra")
  public static let ezrasFather = CastID.person("ezra-father")

  // Jaz, who knows that somebody will come and find them (S003 4.1).
  public static let whitmores = CastID.family("whitmore")
  public static let jaz = CastID.person("jaz")

  // Ellie-Mae, who has had seven workers (S000).
  public static let suttons = CastID.family("sutton")
  public static let ellieMae = CastID.person("ellie-mae")

  // Mabli and her mother, and the specialist who helped their worker (S003, practice example 2).
  public static let hugheses = CastID.family("hughes")
  public static let mabli = CastID.person("mabli")

  /// Keyworker of the O'Dohertys; walks alongside 17 children.
  public static let amara = CastID.practitioner("amara")
  public static let tom = CastID.practitioner("tom")
  public static let farida = CastID.practitioner("farida")
  public static let gwen = CastID.practitioner("gwen")
  public static let callum = CastID.practitioner("callum")
  /// Keyworker of the Kowalczyks; back from leave.
  public static let priya = CastID.practitioner("priya")
  /// Keyworker of Jaz, in the Adolescent Pod.
  public static let dean = CastID.practitioner("dean")
  /// Pod manager of Kingfisher Pod.
  public static let ruth = CastID.practitioner("ruth")
  /// Assistant director.
  public static let helen = CastID.practitioner("helen")
  /// Unit coordinator of Harbour Unit.
  public static let bill = CastID.practitioner("bill")
  /// Analyst.
  public static let wei = CastID.practitioner("wei")
  /// Reviewing officer and conference chair.
  public static let sunita = CastID.practitioner("sunita")
  /// Lead practitioner.
  public static let marjorie = CastID.practitioner("marjorie")
  /// Principal social worker.
  public static let ffion = CastID.practitioner("ffion")
  /// Front Door social worker.
  public static let joanna = CastID.practitioner("joanna")
  /// Information officer.
  public static let idris = CastID.practitioner("idris")
  /// Consultant social worker of Harbour Unit.
  public static let ngozi = CastID.practitioner("ngozi")
}

/// Ids made from a word, the same in every town.
enum CastID {
  static func person(_ word: String) -> ID<Person> { make(word, kind: 1) }
  static func family(_ word: String) -> ID<Family> { make(word, kind: 2) }
  static func practitioner(_ word: String) -> ID<Practitioner> { make(word, kind: 3) }
  static func household(_ word: String) -> ID<Household> { make(word, kind: 4) }

  /// 1 January 2013 in milliseconds: the cast sorts before everyone else.
  private static let millisecond: UInt64 = 1_356_998_400_000

  private static func make<Of>(_ word: String, kind: UInt64) -> ID<Of> {
    var mixed = kind &* 0x9e37_79b9_7f4a_7c15
    for byte in word.utf8 { mixed = Chance.mix(mixed ^ UInt64(byte)) }
    return ID(
      high: millisecond << 16 | 0x7000 | mixed >> 52,
      low: 0x8000_0000_0000_0000 | Chance.mix(mixed) >> 2)
  }
}
