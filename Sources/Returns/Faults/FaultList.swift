/// The complete list of faults as CSV, for a spreadsheet: one row each, to be written out as they
/// are found.
///
/// A value from a handed-over file may begin with `=`, `+`, `-` or `@`, which a spreadsheet would run
/// as a formula; such a cell is given an apostrophe in front, which the spreadsheet shows as text.
public enum FaultList {
  /// The row of column names, with its line end.
  public static let columnNames =
    "severity,file,line,column,value,rule,message,remedy\r\n"

  /// One fault as a row, with its line end.
  public static func row(_ fault: Fault) -> String {
    var text = ""
    let cells = [
      fault.severity.rawValue, fault.file, fault.line.map { String($0) } ?? "",
      fault.column ?? "", fault.value ?? "", fault.rule, fault.message, fault.remedy,
    ]
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      text += quoted(harmless(cell))
    }
    return text + "\r\n"
  }

  /// The cell with an apostrophe in front where a spreadsheet would take it for a formula.
  static func harmless(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
      "'" + cell
    default: cell
    }
  }

  private static func quoted(_ cell: String) -> String {
    var bytes: [UInt8] = []
    appendCell(cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cell as RFC 4180 writes it: within quotation marks where it holds one, a comma or a line
  /// end.
  static func appendCell(_ cell: String, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(34)
    for byte in cell.utf8 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }
}
