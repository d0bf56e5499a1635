/// An element of a return in XML, with everything within it.
struct Element {
  let name: String
  /// Line of its opening tag, counted from 1.
  let line: Int
  /// Its own text without blanks at either end.
  var text = ""
  var children: [Element] = []

  /// The first child of that name.
  subscript(name: String) -> Element? { children.first { $0.name == name } }

  /// The children of that name.
  func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
}
