import Measuring

/// How far a child's contacts were with the same few: the continuity indices of fact book 5.3.
///
/// Each index is nil where it has no meaning: with no contact none has, with one contact only
/// `upc` and `herfindahl` have. Below `fewest` contacts they exist but are too few to report, so
/// pages ask `reported` or print `words`. Never a score of a worker.
public struct Continuity: Sendable, Equatable {
  /// N, which every page shows beside an index, because indices rise with few contacts.
  public let contacts: Int
  /// M: different providers (workers, or teams).
  public let providers: Int
  /// Usual provider: the largest number of contacts with one provider, of all. 1/N … 1, N ≥ 1.
  /// Blind to order.
  public let upc: Double?
  /// Bice–Boxerman: the chance that two contacts picked at random were with the same provider.
  /// 0 … 1, N ≥ 2.
  public let coc: Double?
  /// Sequential: contacts with the same provider as the contact before, of all but the first.
  /// 0 … 1, N ≥ 2. Blind to a return.
  public let secon: Double?
  /// (N - M) / (N - 1), 0 … 1, N ≥ 2. With shared contacts M may exceed N; then 0.
  public let k: Double?
  /// Herfindahl: the sum of the squared shares. 1/M … 1, N ≥ 1.
  public let herfindahl: Double?

  /// The fewest contacts of which an index is reported for a child.
  public static let fewest = 3

  /// Reads contacts in their order. A contact with several providers counts an equal part for each,
  /// and follows on the one before where anyone was there both times. A contact with none is not
  /// counted.
  public init<Provider: Hashable>(of contacts: some Sequence<[Provider]>) {
    var places: [Provider: Int] = [:]
    var parts: [Double] = []
    var (count, same, own) = (0, 0, 0.0)
    var before: [Provider] = []
    for providers in contacts where !providers.isEmpty {
      let part = 1 / Double(providers.count)
      for provider in providers {
        let place = places[provider, default: parts.count]
        if place == parts.count {
          places[provider] = place
          parts.append(0)
        }
        parts[place] += part
      }
      own += part
      if count > 0, providers.contains(where: before.contains) { same += 1 }
      before = providers
      count += 1
    }
    let (n, squares) = (Double(count), parts.reduce(0) { $0 + $1 * $1 })
    self.contacts = count
    self.providers = parts.count
    upc = count >= 1 ? (parts.max() ?? 0) / n : nil
    herfindahl = count >= 1 ? squares / (n * n) : nil
    // `own` is what a contact shares with itself: N where no contact was shared.
    coc = count >= 2 ? max(0, squares - own) / (n * (n - 1)) : nil
    secon = count >= 2 ? Double(same) / (n - 1) : nil
    k = count >= 2 ? max(0, n - Double(parts.count)) / (n - 1) : nil
  }

  /// Whether there is enough to report.
  public enum Standing: Sendable, Equatable {
    case noContact, tooFew, enough
  }

  public var standing: Standing {
    contacts == 0 ? .noContact : contacts < Self.fewest ? .tooFew : .enough
  }

  /// The index, where there are enough contacts to report it; nil otherwise.
  public func reported(_ index: KeyPath<Continuity, Double?>) -> Double? {
    standing == .enough ? self[keyPath: index] : nil
  }

  /// For a page: "0.60 of 5 contacts", "too few to say (2 contacts)", "no contact".
  public func words(_ index: KeyPath<Continuity, Double?>) -> String {
    switch standing {
    case .noContact: "no contact"
    case .tooFew: "too few to say (\(contacts) \(contacts == 1 ? "contact" : "contacts"))"
    case .enough:
      "\(self[keyPath: index]?.decimal(places: 2) ?? "not known") of \(contacts) contacts"
    }
  }
}
