import CXML

/// Reads a return in XML record by record: an element of one of the record names becomes an
/// `Element` with everything within it, and is forgotten when the next one is read.
///
/// Nothing outside the file is ever fetched, a document type is refused, and libxml2's limits on
/// depth and length are kept.
final class XMLRecords {
  /// Most elements within one record.
  static let mostElements = 100_000

  /// libxml2 wants to be prepared once, before two threads use it.
  private static let prepare: Void = xmlInitParser()

  private let source: ByteSource
  private let log: FaultLog
  private let root: String
  private let wrappers: Set<String>
  private let records: Set<String>
  private var reader: xmlTextReaderPtr?
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  private var isDone = false
  private var isRootSeen = false

  /// - Parameters:
  ///   - root: name of the outermost element.
  ///   - wrappers: elements around records that mean nothing by themselves.
  ///   - records: elements that are handed out whole.
  init(
    _ source: ByteSource, log: FaultLog, root: String, wrappers: Set<String>, records: Set<String>
  ) {
    self.source = source
    self.log = log
    self.root = root
    self.wrappers = wrappers
    self.records = records
    XMLRecords.prepare
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
    reader = xmlReaderForIO(
      { context, buffer, length in
        guard let context, let buffer, length > 0 else { return 0 }
        let source = Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
        return Int32(
          source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
      }, nil, Unmanaged.passUnretained(source).toOpaque(), nil, nil, Int32(options))
    guard let reader else {
      isDone = true
      log.tell(.fault, rule: ReaderRule.xml, "The XML could not be opened.", "Check the file.")
      return
    }
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error else { return }
        Unmanaged<XMLRecords>.fromOpaque(context).takeUnretainedValue().tell(error.pointee)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { xmlFreeTextReader(reader) }

  /// The next record; nil at the end of the file, or where it cannot be read further, which is told.
  func next() -> Element? {
    while !isDone, let reader {
      let outcome = xmlTextReaderRead(reader)
      guard outcome == 1 else {
        isDone = true
        if outcome == 0, !isRootSeen { tellNoRoot(nil) }
        if outcome < 0, log.faults == 0 {
          log.tell(.fault, rule: ReaderRule.xml, "The XML breaks off.", "Export the file again.")
        }
        return nil
      }
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue:
        refuseDocumentType()
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = name(reader)
        if !isRootSeen {
          isRootSeen = true
          if name != root { tellNoRoot(name) }
        } else if records.contains(name) {
          return element(reader, name)
        } else if !wrappers.contains(name) {
          log.tellOnce(
            .note, about: name, line: line(reader), column: name, rule: ReaderRule.element,
            "The return has no such element here; it is not kept.", "Nothing needs doing.")
        }
      default: continue
      }
    }
    return nil
  }

  /// Reads on to the end of the element that the reader stands on.
  private func element(_ reader: xmlTextReaderPtr, _ name: String) -> Element? {
    var open = [Element(name: name, line: line(reader))]
    if xmlTextReaderIsEmptyElement(reader) == 1 { return open[0] }
    var count = 1
    while xmlTextReaderRead(reader) == 1 {
      switch UInt32(xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        count += 1
        guard count <= XMLRecords.mostElements else { return refuseSize(open[0]) }
        let child = Element(name: self.name(reader), line: line(reader))
        if xmlTextReaderIsEmptyElement(reader) == 1 {
          open[open.count - 1].children.append(child)
        } else {
          open.append(child)
        }
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue:
        if let value = xmlTextReaderConstValue(reader) {
          open[open.count - 1].text += XMLRecords.trimmed(value)
        }
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        log.tell(
          .fault, line: line(reader), column: open.last?.name, rule: ReaderRule.xml,
          "This element uses an entity that is not defined.", "Write the text itself.")
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        let whole = open.removeLast()
        if !whole.children.isEmpty, !whole.text.isEmpty { tellStrayText(whole) }
        if open.isEmpty { return whole }
        open[open.count - 1].children.append(whole)
      default: continue
      }
    }
    isDone = true
    return nil
  }

  private func name(_ reader: xmlTextReaderPtr) -> String {
    guard let bytes = xmlTextReaderConstLocalName(reader) else { return "" }
    // Names are kept once for the whole file, so that their address tells them apart.
    if let known = names[bytes] { return known }
    let name = String(cString: bytes)
    names[bytes] = name
    return name
  }

  private func line(_ reader: xmlTextReaderPtr) -> Int {
    let line = xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? -1
    // An element of libxml2 knows its line up to 65,534; beyond, the place of the parser is told,
    // which is at most a few lines ahead.
    return line > 0 && line != 65_535 ? line : Int(xmlTextReaderGetParserLineNumber(reader))
  }

  private static func trimmed(_ value: UnsafePointer<xmlChar>) -> String {
    var cell = Cell(start: value, count: Int(xmlStrlen(value)))
    while !cell.isEmpty, cell[0] <= 32 { cell = Cell(start: cell.start + 1, count: cell.count - 1) }
    while !cell.isEmpty, cell[cell.count - 1] <= 32 {
      cell = Cell(start: cell.start, count: cell.count - 1)
    }
    return cell.text
  }
}

// What is wrong with the XML itself.

extension XMLRecords {
  private func tell(_ error: xmlError) {
    // What only warns (a namespace without a prefix) does not keep anyone from reading on.
    guard error.level == XML_ERR_FATAL || error.level == XML_ERR_ERROR else { return }
    let message = error.message.map { String(cString: $0) } ?? "unknown"
    let plain = message.split(separator: "\n").first.map(String.init) ?? message
    log.tell(
      error.level == XML_ERR_FATAL ? .fault : .query, line: Int(error.line), value: plain,
      rule: ReaderRule.xml,
      error.level == XML_ERR_FATAL
        ? "The XML is broken here, and could not be read further." : "The XML is unusual here.",
      "Export the file again, or mend this line.")
  }

  private func tellNoRoot(_ found: String?) {
    isDone = true
    log.tell(
      .fault, line: 1, column: found, rule: ReaderRule.xml,
      found == nil
        ? "The file holds no element." : "This is not the return: it begins with \(found ?? "").",
      "The outermost element is to be \(root).")
  }

  private func tellStrayText(_ element: Element) {
    log.tell(
      .query, line: element.line, column: element.name, value: element.text,
      rule: ReaderRule.xml, "Text stands between the elements of this group; it is not kept.",
      "Check whether an element lost its tags.")
  }

  private func refuseDocumentType() {
    isDone = true
    log.tell(
      .fault, line: 1, rule: ReaderRule.xml,
      "The file defines a document type, which a return has not.",
      "Remove the DOCTYPE and what belongs to it.")
  }

  private func refuseSize(_ record: Element) -> Element? {
    isDone = true
    log.tell(
      .fault, line: record.line, column: record.name, rule: ReaderRule.length,
      "This record has more than \(XMLRecords.mostElements) elements.", "Check the file.")
    return nil
  }
}
