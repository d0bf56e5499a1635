import Practice
import Store

/// Keeps the answer to the service page's large question for as long as nothing new is told, and
/// lets those who ask at the same time share one answer.
actor ServicePageDesk {
  static let shared = ServicePageDesk()

  private struct Question: Equatable {
    let store: String
    let authority: Int
    /// The last telling that is no look; any new one may change the answer.
    let head: Int
    let today: Day
  }

  private var kept: [(question: Question, answer: Task<ServiceRelationships, any Error>)] = []
  private static let most = 8

  func relationships(
    _ store: Store, _ authority: Authority, today: Day
  ) async throws -> ServiceRelationships {
    let number = authority.number
    let look = Deed.look.rawValue
    let head = try await store.read { reading in
      try reading.count(
        """
        SELECT seq FROM telling WHERE authority = \(number) AND deed <> \(look)
        ORDER BY seq DESC LIMIT 1
        """)
    }
    let question = Question(
      store: store.location, authority: number, head: head, today: today)
    let answer = task(question) {
      let (histories, meetings, records) = try await store.read { reading in
        let histories = try StabilityDesk(reading, authority).histories
        let inCare = histories.filter {
          $0.isLookedAfter(on: today) && !$0.isInShortBreaks(on: today)
        }
        let meetings = try ContactDesk(reading, authority, of: inCare, asAt: today).children
        return (histories, meetings, try ServiceRelationships.Records(reading, number))
      }
      return await .made(
        from: histories, meetings: meetings, records: records, authority: authority, today: today)
    }
    do {
      return try await answer.value
    } catch {
      kept.removeAll { $0.question == question }
      throw error
    }
  }

  private func task(
    _ question: Question, _ work: @escaping @Sendable () async throws -> ServiceRelationships
  ) -> Task<ServiceRelationships, any Error> {
    if let known = kept.first(where: { $0.question == question }) { return known.answer }
    let answer = Task(priority: .utility) { try await work() }
    kept.removeAll {
      $0.question.store == question.store && $0.question.authority == question.authority
    }
    kept.append((question, answer))
    if kept.count > Self.most { kept.removeFirst() }
    return answer
  }
}
