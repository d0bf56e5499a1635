/// A figure with what it could as well have been: an estimate, the ends of its interval, and where
/// it can be compared, a published figure on the same scale.
struct Estimate {
  let value: Double
  let low: Double
  let high: Double
  /// The scale that the bar is drawn on, such as `0...1`.
  var scale: ClosedRange<Double> = 0...1
  var published: Double?
  /// The figure in words, always written beside the bar: "24% (22% to 26%), 190 of 800".
  let words: String
}

extension HTML {
  /// The words, and a small bar that shows them: the interval as a band, the estimate as a mark, the
  /// published figure as a line across.
  mutating func estimate(_ estimate: Estimate) {
    let width = estimate.scale.upperBound - estimate.scale.lowerBound
    func share(_ value: Double) -> Double {
      width > 0 ? (value - estimate.scale.lowerBound) / width : 0
    }
    div(.class("estimate")) { box in
      box.span(estimate.words)
      box.ornament(.class("bar")) { bar in
        bar.stroke(from: 0, to: 1, "ground")
        bar.stroke(from: share(estimate.low), to: share(estimate.high), "interval")
        if let published = estimate.published { bar.post(at: share(published)) }
        bar.shape(
          "circle",
          [
            .class("value"), .share("cx", share(estimate.value)), .length("cy", 10),
            .length("r", 5),
          ])
      }
    }
  }

  private mutating func stroke(from: Double, to: Double, _ words: StaticString) {
    shape(
      "line",
      [
        .class(words), .share("x1", from), .share("x2", to), .length("y1", 10), .length("y2", 10),
      ])
  }

  private mutating func post(at share: Double) {
    shape(
      "line",
      [
        .class("published"), .share("x1", share), .share("x2", share), .length("y1", 1),
        .length("y2", 19),
      ])
  }
}
