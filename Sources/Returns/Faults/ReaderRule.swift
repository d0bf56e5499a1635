/// Rules that no official list numbers: what any file must be before its content can be judged.
public enum ReaderRule {
  /// The file could not be opened or read to its end.
  public static let unreadable = "KITH-FILE"
  /// The bytes are not text: a spreadsheet, an archive, UTF-16.
  public static let notText = "KITH-NOT-TEXT"
  /// The file was altered while it was read.
  public static let changed = "KITH-CHANGED"
  /// Bytes that are not UTF-8.
  public static let encoding = "KITH-ENCODING"
  /// A quotation mark that is never closed, or text after one that is.
  public static let quote = "KITH-QUOTE"
  /// A row of more or fewer cells than the row of column names.
  public static let cells = "KITH-CELLS"
  /// A row longer than any row of a return.
  public static let length = "KITH-LENGTH"
  /// More rows than the returns of the whole country hold.
  public static let rows = "KITH-ROWS"
  /// No row of column names.
  public static let header = "KITH-HEADER"
  /// A column is missing, stands twice, or is not part of the table.
  public static let column = "KITH-COLUMN"
  /// The columns are of no known table.
  public static let table = "KITH-TABLE"
  /// The table, or the code, is of another collection year.
  public static let year = "KITH-YEAR"
  /// Rows of several authorities in one file.
  public static let authorities = "KITH-AUTHORITIES"
  /// The child's identifier is missing or is not one.
  public static let child = "KITH-CHILD"
  /// A child who is in no header row of the same set.
  public static let noHeader = "KITH-NO-HEADER"
  /// Not a day, where no official rule says so.
  public static let day = "KITH-DAY"
  /// Not a code of its list, where no official rule says so.
  public static let code = "KITH-CODE"
  /// Not a number of its range, where no official rule says so.
  public static let number = "KITH-NUMBER"
  /// A value that is due is blank, where no official rule says so.
  public static let blank = "KITH-BLANK"
  /// Ends before it begins, where no official rule says so.
  public static let order = "KITH-ORDER"
  /// The same row stands twice.
  public static let twice = "KITH-TWICE"
  /// Written in another way than the return asks, and understood.
  public static let understood = "KITH-READ-AS"
  /// Longer than the return allows.
  public static let tooLong = "KITH-TOO-LONG"
  /// XML that is broken, or that asks for more than data.
  public static let xml = "KITH-XML"
  /// An element that the return does not know.
  public static let element = "KITH-ELEMENT"
}
