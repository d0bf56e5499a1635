import Practice
import Testing

@testable import Office

@Suite struct DoorPasswordTests {
  private static let council = Authority(number: 1, code: "999", name: "Marlhaven")

  private static func refusal(_ password: String) -> AccountRefusal? {
    do throws(AccountRefusal) {
      try PasswordRules.check(password, name: "Ama Boateng", authority: council)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "password1234", "Password123!", "P@ssw0rd2026", "passwordpassword", "drowssapdrowssap",
    "qwertyuiop12", "1qaz2wsx3edc", "asdfghjklasdf", "aaaaaaaaaaaaaaaa", "abcdefghijkl",
    "123456789012", "iloveyou1987", "Liverpool2020!", "Summer2026!!", "january01012020",
    "charlie charlie", "letmeinletmein", "manchester123", "abcabcabcabcabc", "31121987 dragon",
    "needforspeed", "qwertyasdfgh",
  ])
  func whatPeopleOftenChooseIsRefused(password: String) {
    #expect(Self.refusal(password) == .passwordCommon, "\(password)")
  }

  @Test(arguments: [
    "AmaBoateng2026", "boateng-boateng", "Marlhaven2026!", "marlhaven ama 1", "kithmarlhaven1",
    "gnetaob12345 ama",
  ])
  func theNamesOfThePersonAndTheCouncilAreRefused(password: String) {
    #expect(Self.refusal(password) == .passwordFromNames, "\(password)")
  }

  @Test(arguments: [
    "four quiet otters swim", "correct horse battery staple", "k7#Vq9!xLm2p", "كلمة سر طويلة جدا",
    "teapot under the walnut", "Zwölf Boxkämpfer jagen", "a1b9 f7q2 x0k3 m5",
  ])
  func whatNobodyWouldTrySoonIsTaken(password: String) {
    #expect(Self.refusal(password) == nil, "\(password)")
  }

  @Test func eachRefusalSaysWhyAndWhatToDo() {
    for refusal in [AccountRefusal.passwordCommon, .passwordFromNames] {
      #expect(refusal.what == "This password cannot be used.")
      #expect(refusal.why.utf8.last == UInt8(ascii: ".") && refusal.remedy.contains("four words"))
    }
  }

  @Test(arguments: [
    "Аma Boateng", "Ama Bоateng", "Αma Boateng", "Ama Boatenց", "Ꭺma Boateng", "Leila حسن",
  ])
  func aNameOfTwoAlphabetsIsRefused(name: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    await #expect(throws: AccountRefusal.mixedScripts(name)) {
      try await bench.add(name, "four quiet otters swim")
    }
    await #expect(throws: AccountRefusal.mixedScripts(name)) {
      _ = try await bench.site.accounts.invite(name: name, role: .leader, now: bench.now)
    }
  }

  @Test(arguments: [
    "Siobhán O'Neill", "Łukasz Żółć", "Алла Петрова", "ليلى حسن", "山田 はなこ", "Nguyễn Thị-Ánh",
    "Zo\u{65}\u{308}", "Ελένη Παππά", "김 민지",
  ])
  func aNameOfOneAlphabetIsTaken(name: String) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add(name, "four quiet otters swim")
  }
}
