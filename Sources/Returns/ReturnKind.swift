/// Which return a file is of, as far as its first bytes show.
public enum ReturnKind: Sendable, CaseIterable {
  case careReturn
  case needCensus
  case workforceCensus
  case safeguardingDataset

  /// By the collection that an XML file names, or by the names of a table's columns; whatever is
  /// neither is taken for the SSDA903, whose reader says what is wrong with it.
  public init(of bytes: [UInt8]) {
    // Names and marks are plain letters, whatever follows them.
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    let squeezed = String(decoding: start.utf8.filter { $0 > 32 }, as: UTF8.self)
    guard !squeezed.contains("<collection>cin<") else {
      self = .needCensus
      return
    }
    guard !squeezed.contains("<collection>csww<") else {
      self = .workforceCensus
      return
    }
    self = ReturnKind.placeInDataset(of: bytes) == nil ? .careReturn : .safeguardingDataset
  }

  /// Where a table of the Standard Safeguarding Dataset stands in the order in which they are best
  /// read; nil for any other file.
  public static func placeInDataset(of bytes: [UInt8]) -> Int? {
    let line = bytes.prefix(4096).prefix { $0 != 10 && $0 != 13 }
    let names = line.split(separator: UInt8(ascii: ",")).map { name in
      String(
        decoding: name.drop { $0 == UInt8(ascii: "\"") || $0 == 32 || $0 > 127 }, as: UTF8.self
      ).lowercased()
    }
    return SSDTable.recognised(by: names.map { $0.filter { $0 != "\"" && $0 != " " } })
      .flatMap { SSDTable.allCases.firstIndex(of: $0) }
  }
}
