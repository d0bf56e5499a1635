import Practice

/// The words of a searched table in this engine: a table of them behind the same walls, with an index.
///
/// Behind the walls between authorities the server goes by no index of words, because it does not trust
/// the comparison to keep to itself what it sees. So the part that serves pages asks a function of the
/// tables' owner, which itself looks whose rows are meant, and can be asked for nothing else. Each row
/// has its authority among its words, as a sign that is no word: the index leads to its rows alone.
extension PostgreSQLEngine {
  func creatingWords(of table: Table) -> [String] {
    let words = PostgreSQLWords.table(of: table)
    return [
      """
      CREATE TABLE "\(words.name)" (
        "authority" bigint NOT NULL,
        "day" date NOT NULL,
        "id" uuid NOT NULL,
        "words" tsvector NOT NULL,
        PRIMARY KEY ("authority", "day", "id")
      )
      """,
      // What was told last waits in a list that each question has to read: it is kept short.
      """
      CREATE INDEX "\(words.name)_by_word" ON "\(words.name)" USING gin ("words")
      WITH (gin_pending_list_limit = 512)
      """,
    ] + walls(words, changes: false) + [
      """
      CREATE FUNCTION "\(words.name)_found"
      (asked text, before_day date, before_id uuid, most bigint)
      RETURNS TABLE (found_day date, found_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $$\(PostgreSQLWords.body(of: words))$$
      """,
      "REVOKE ALL ON FUNCTION \"\(words.name)_found\" FROM PUBLIC",
      "GRANT EXECUTE ON FUNCTION \"\(words.name)_found\" TO \(Self.part)",
    ]
  }
}

enum PostgreSQLWords {
  static func table(of searched: Table) -> Table {
    Table(
      searched.words, .derived, key: ["day", "id"],
      [Column("day", .day), Column("id", .id), Column("words", .bytes)])
  }

  /// What the function does. It is planned for each question: of some words there are few rows, which
  /// the index of words leads to, and of others so many that it is quicker to go back by the days.
  static func body(of words: Table) -> String {
    """

    DECLARE mine bigint := nullif(current_setting('kith.authority', true), '')::bigint;
    BEGIN
      RETURN QUERY EXECUTE '\(question(words, "$1"))'
      USING mine, asked, before_day, before_id, most;
    END
    """
  }

  /// Parameters: the authority, the words, the last day and id that are known, how many.
  static func question(_ words: Table, _ authority: String) -> String {
    """
    SELECT s.day, s.id FROM public."\(words.name)" s WHERE s.authority = \(authority) AND \
    s.words @@ $2::tsquery AND ($3::date IS NULL OR (s.day, s.id) < ($3, $4::uuid)) \
    ORDER BY s.day DESC, s.id DESC LIMIT $5
    """
  }

  static func sign(_ authority: Int) -> String { "=\(authority)" }

  /// The row's words as the server takes them.
  static func row(_ row: SearchedRow) -> [Bound] {
    [.integer(Int64(row.authority)), row.day.bound, row.id, .bytes(vector(row))]
  }

  /// In the server's own binary form: how many, then each with an end and no places.
  static func vector(_ row: SearchedRow) -> [UInt8] {
    let sign = Array(sign(row.authority).utf8)
    var words = row.distinct
    let place = words.firstIndex { sign.lexicographicallyPrecedes($0) } ?? words.count
    words.insert(sign[...], at: place)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(row.words.count + 3 * words.count + 8)
    withUnsafeBytes(of: Int32(words.count).bigEndian) { bytes.append(contentsOf: $0) }
    for word in words {
      bytes += word
      bytes += [0, 0, 0]
    }
    return bytes
  }

  /// Folded words hold nothing that could end the quotes.
  static func question(_ asked: WordsAsked, goingOn: Bool, authority: Int) -> String {
    ([sign(authority)] + asked.words).map { "'\($0)'" }.joined(separator: " & ")
      + (goingOn ? ":*" : "")
  }
}

extension PostgreSQLSession {
  func found(
    _ table: Table, _ asked: WordsAsked, goingOn: Bool, authority: Int, before: FoundFact?,
    most: Int
  ) throws -> [FoundFact] {
    let words = PostgreSQLWords.table(of: table)
    let values: [Bound] = [
      .text(PostgreSQLWords.question(asked, goingOn: goingOn, authority: authority)),
      (before?.day).bound, (before?.id).bound, .integer(Int64(most)),
    ]
    let question =
      scope == nil
      // Whoever sees all authorities asks as the owner.
      ? SQL(
        made: PostgreSQLWords.question(words, "$1"), [.integer(Int64(authority))] + values)
      : SQL(made: "SELECT * FROM \"\(words.name)_found\"($1, $2, $3, $4)", values)
    var found: [FoundFact] = []
    try each(question) { row in found.append(FoundFact(id: row.id(1), day: row.day(0))) }
    return found
  }
}

/// Compares the words that are kept with the facts, row by row.
struct PostgreSQLWordCheck {
  let table: Table

  func findings(_ reading: Reading) throws -> [String] {
    guard let searched = table.searched else { return [] }
    var findings = WordFindings(table)
    let texts = searched.texts.map { "f.\"\($0)\"" }.joined(separator: ", ")
    let question = SQL(
      made: """
        SELECT f.id, f.authority, f."\(searched.day)", w.words, \(texts)
        FROM (SELECT * FROM "\(table.name)" WHERE NOT withdrawn) f
        FULL JOIN "\(table.words)" w
        ON w.authority = f.authority AND w.id = f.id AND w.day = f."\(searched.day)"
        """)
    try reading.eachOfMany(question) { row in
      guard let id: ID<Fact> = row.idIfAny(0) else { return findings.isStrange() }
      guard !row.isNull(3) else { return findings.lacks(id) }
      let told = SearchedRow(
        authority: row.int(1), id: id.bound, day: row.day(2),
        texts: searched.texts.indices.map { row.text($0 + 4) })
      if row.bytes(3) != PostgreSQLWords.vector(told) { findings.hasOtherWords(id) }
    }
    return findings.all
  }
}
