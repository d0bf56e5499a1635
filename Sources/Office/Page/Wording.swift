import Practice

/// Days, names and lengths of time, as every page writes them.
extension HTML {
  /// A day in words, with its machine form: `31 March 2026`.
  mutating func day(_ day: Day) {
    open("time", [.datetime(day)])
    words(of: day, short: false)
    close("time")
  }

  /// `31 Mar 2026`, where room is short.
  mutating func shortDay(_ day: Day) {
    open("time", [.datetime(day)])
    words(of: day, short: true)
    close("time")
  }

  /// A person's name, kept apart from the writing direction around it.
  mutating func name(_ name: String) { element("bdi", [], name) }

  /// `2026-03-31`
  mutating func iso(_ day: Day) {
    let (year, month, dayOfMonth) = day.date
    write(number: year, digits: 4)
    write(45)
    write(number: month, digits: 2)
    write(45)
    write(number: dayOfMonth, digits: 2)
  }

  private mutating func words(of day: Day, short: Bool) {
    let (year, month, dayOfMonth) = day.date
    write(number: dayOfMonth)
    write(32)
    markup(short ? shortMonths[month - 1] : months[month - 1])
    write(32)
    write(number: year)
  }
}

private let months: [StaticString] = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]
private let shortMonths: [StaticString] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
