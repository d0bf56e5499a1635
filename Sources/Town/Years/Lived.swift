/// What the years leave for drawing encounters from: who there was, and who was with whom when.
struct Lived: Sendable {
  let workers: [Worker]
  let teamCount: Int
  let families: [TownFamily]
  let children: [ChildLife]
  let strands: [Strand]

  init(_ years: Years) {
    workers = years.workers
    teamCount = years.teams.count
    families = years.families
    children = years.children
    strands = years.strands
  }
}
