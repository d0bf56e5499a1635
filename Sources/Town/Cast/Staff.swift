import Practice

/// The workers of the cast.
extension Script {
  mutating func hireStaff() {
    let pod = Structure.castPod
    let lead = Structure.leadership
    staff("ruth", "Ruth Adeyemi", "SW010101", .podManager, years: 8, pod)
    staff("amara", "Amara Osei", "SW010102", .socialWorker, years: 4, pod)
    staff("tom", "Tom Brennan", "SW010103", .seniorSocialWorker, years: 7, pod, takes: true)
    staff("farida", "Farida Rahman", "SW010104", .seniorSocialWorker, years: 6, pod, takes: true)
    staff("gwen", "Gwen Pritchard", "SW010105", .socialWorker, years: 6, pod, takes: true)
    staff("callum", "Callum Reid", "SW010106", .socialWorker, years: 3, pod, takes: true)
    staff("priya", "Priya Nair", "SW010107", .socialWorker, years: 3, pod, percent: 80, takes: true)
    staff("dean", "Dean Whitlock", "SW010108", .socialWorker, years: 5, Structure.adolescentPod)
    staff("ngozi", "Ngozi Eze", "SW010109", .consultantSocialWorker, years: 6, Structure.castUnit)
    staff("bill", "Bill Tanner", nil, .unitCoordinator, years: 7, Structure.castUnit)
    staff("marjorie", "Marjorie Bello", "SW010110", .leadPractitioner, years: 7, lead)
    staff("sunita", "Sunita Gill", "SW010111", .conferenceChair, years: 9, lead)
    staff("ffion", "Ffion Rees", "SW010112", .principalSocialWorker, years: 8, lead)
    staff("helen", "Helen Marsh", "SW010113", .assistantDirector, years: 9, lead)
    staff("wei", "Wei Chen", nil, .other, years: 5, lead)
    staff("idris", "Idris Khan", nil, .other, years: 4, lead)
    staff("joanna", "Joanna Frost", "SW010114", .socialWorker, years: 6, Structure.frontDoor)
  }

  /// Starts `years` before the last day, and a few weeks earlier so that nothing else is sooner.
  private mutating func staff(
    _ key: String, _ name: String, _ registration: String?, _ role: StaffRole, years: Int,
    _ team: Int, percent: Int = 100, takes: Bool = false
  ) {
    hire(
      Member(
        key: key,
        practitioner: Practitioner(
          id: CastID.practitioner(key), name: name, registration: registration),
        role: role, fullTimePercent: percent, takesFamilies: takes))
    add(ago(years: years, days: 30), .start(worker: key, team: team))
  }

  /// Somebody who worked here once.
  mutating func formerStaff(
    _ key: String, _ name: String, _ registration: String, team: Int, from: Int, until: Int,
    employment: Posting.Employment = .permanent
  ) {
    hire(
      Member(
        key: key,
        practitioner: Practitioner(
          id: CastID.practitioner(key), name: name, registration: registration),
        role: .socialWorker, employment: employment))
    add(from, .start(worker: key, team: team))
    add(until, .leave(worker: key))
  }
}
