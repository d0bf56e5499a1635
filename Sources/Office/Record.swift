public import Store

/// The record: every table in which the chapters keep what was told, by the version of the schema
/// that brought it.
public enum Record {
  public static let schema = Schema(
    [
      Schema.Version(
        1,
        creates: PeopleTables.all + ServiceTables.all + RelationshipTables.all + CareTables.all
          + ImportTables.all + AccessTables.all + DoorTables.all)
    ], passing: DoorTables.passing, news: DoorTables.news.name)
}
