import Testing

@testable import Office

@Suite struct DoorQRTests {
  /// Whole codes as the Python package qrcode 8 draws them, each row as a hexadecimal number whose
  /// highest bit is the first field; of the second one with mask 1, which misleads least.
  @Test(arguments: [
    ("KITH", small), (link, middle), (String(repeating: "Kith ", count: 30), large),
  ])
  func aCodeIsDrawnFieldByFieldAsOthersDrawIt(text: String, rows: String) throws {
    let code = try #require(QRCode(text))
    let drawn = (0..<code.width).map { row in
      String((0..<code.width).reduce(UInt128(0)) { $0 << 1 | (code[row, $1] ? 1 : 0) }, radix: 16)
    }
    #expect(drawn == rows.split { $0 == " " || $0 == "\n" }.map { String($0) })
  }

  /// Of the standard's own example, HELLO WORLD at the medium level.
  @Test func whatCorrectsErrorsIsAsTheStandardComputesIt() {
    let data: [UInt8] = [
      32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17,
    ]
    #expect(QRBytes.correction(of: data, 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  }

  @Test func aTextThatIsTooLongHasNoCode() {
    #expect(QRCode(String(repeating: "x", count: 362)) != nil)
    #expect(QRCode(String(repeating: "x", count: 363)) == nil)
  }

  private static let link = """
    otpauth://totp/Kith%20Marlhaven%3AAma%20Boateng?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
    &issuer=Kith%20Marlhaven
    """

  private static let small = """
    1fc37f 104541 175c5d 175d5d 175f5d 105141 1fd57f 1300 17c57c 1b8920 f4e9e 8043f 1a729d 1fcc
    1fc566 105bcc 175d26 175520 175a94 104034 1fd296
    """

  private static let middle = """
    1fdd4d0df17f 104600ad4241 175cd1526a5d 174b2b06a35d 174661f1775d 105031127841 1fd55555557f
    74b198c00 14666ff71125 3b0f84082ab 1a72f782da15 3a3879051f3 f7da643dc50 132f70988ab
    fcc14509ea9 a234e32f0aa d42854116dd ca5213b88b2 9da5fb5de79 914be81d191 ffd27f59df3
    17137f139b19 956b357bf5f b12d711cd19 1f0e3f991f0 3b663609921 f636761e351 5b2a4e1314b
    a66c4595a4c 1baf783aab29 18463ad93851 d9e9c887a4a 4776fdd12e5 58c5749b9ac 166e3358ec5
    f262b6fbe59 135f4bf917fc 12d31f2911 1fd89b5c3b5d 1040e313291a 174acffd9df9 174b72eaa931
    175155fe5b75 104559f99ca8 1fd7a5d592ed
    """

  private static let large = """
    1fdc8f554797f 1040a0dd50741 175591e68ab5d 17445a22aea5d 174bafff5485d 105c5ac6d5441
    1fd555555557f 4844415800 14670efdfde25 1b98dab880885 1754d3ebe9bf7 7a19ab794558 6da0391d5312
    1fa3336ab8ab5 116f8a6aa3ba1 42b2b954505b 53a03d53cda 1c2f628388a04 cc945ea3ad95 290dd9b94548
    1542969dd5253 1f2f707ab8881 fff477ea3bfd d1659c55351b 1b5f66d71df5e 11f6ac48a319
    1ff1c07e9ebfd d98ed95497c8 106273f9df7a9 141c4023089c4 ec3ab7eba375 16aeb80495659
    17de1aa9f53b1 1d9d5e28888a9 d7f2807a197f 719d59d497c8 65d12eddf6ca 581a22308a24 8d3e776ba151
    e3bbaa175318 1c7363fd51ffb 1d5e44ab917 1fd30b552af5d 104b104415b12 17411a7dfdffa
    174ed0c480b9a 175ea7dfe99fe 104dd1015b688 1fd7177bdd6a9
    """
}
