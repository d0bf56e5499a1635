import Practice
import Store

/// A family's page: who they are, what was agreed, who walks alongside, who knows them best, and
/// everything that was kept of meeting them.
enum FamilyPage {
  static func show(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    let actor = visit.actor
    guard let record = try await visit.store.read({ try FamilyDesk.record($0, actor, id) }) else {
      return .notFound
    }
    let page = Int(visit.query["page"] ?? "") ?? 1
    var sheet = FamilySheet(record: record, page: page)
    sheet.notice = RecordEncounterPage.notice(visit.query)
    sheet.mayTell =
      actor.practitioner != nil && visit.store.canSeal
      && !visit.store.isReadOnly
    return .page(sheet.bytes(for: visit.who))
  }
}

/// The page itself, made from a record alone.
struct FamilySheet {
  let record: FamilyRecord
  /// Which hundred of the encounters, counted from 1.
  var page = 1
  var notice: Notice?
  /// True for those who can write down that they met the family.
  var mayTell = false

  var today: Day { record.today }

  func bytes(for who: Frame.SignedIn) -> [UInt8] {
    let name = record.family.name
    return Frame(
      title: "\(name) family, \(record.family.reference)", here: .families, who: who,
      trail: [Frame.Crumb("My families", Place.families.address)], notice: notice
    ).page { main in
      main.h1 {
        $0.name(name)
        $0.text(" family")
      }
      main.p(.class("lead")) { heading(&$0) }
      if mayTell {
        main.p {
          $0.a(
            "Write down a meeting", RecordEncounterPage.address(record.family.id), .class("button"))
        }
      }
      FamilyPeople(record: record).write(to: &main)
      main.div(.class("pair")) { pair in
        pair.section { FamilyAlongside(record: record).write(to: &$0) }
        pair.section { FamilyFamiliars(record: record).write(to: &$0) }
      }
      FamilyChronology(record: record, page: page).write(to: &main)
    }
  }

  private func heading(_ lead: inout HTML) {
    lead.span(record.family.reference, .class("tag quiet"))
    if let home = record.home, let address = record.addresses[home] {
      lead.text(" ")
      lead.text(address)
      lead.text(".")
    }
    if let since = record.helpedSince {
      lead.text(" With us since ")
      lead.day(since)
      lead.text(".")
    } else if let last = record.help.compactMap(\.period.until).max() {
      lead.text(" Our help ended on ")
      lead.day(last)
      lead.text(".")
    }
  }
}
