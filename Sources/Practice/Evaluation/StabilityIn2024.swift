/// The published table of 2024: council by council, children in care on 31 March and how many of them
/// had three or more social workers in the year.
///
/// Source: Department for Education, "Stability measures for children looked after in England", year
/// ending 31 March 2024, as published in the data of its children's social care dashboard (Open
/// Government Licence). One line a place, because a literal of 150 values takes the compiler far
/// longer than the line takes to read. This file is long because the table is.
struct StabilityRow: Sendable {
  let name: String
  /// The region, and for London the inner or outer part before it.
  let regions: [String]
  let figures: PublishedStability.Figures
}

extension PublishedStability {
  /// By the department's three-digit code.
  static let councilsIn2024 = rows(of: councilTable)

  /// By the nine-character code of a region; England under its own.
  static let regionsIn2024 = rows(of: regionTable)

  /// Reads `code|name|children|three or more` under headings `@region`.
  private static func rows(of table: String) -> [String: StabilityRow] {
    var rows: [String: StabilityRow] = [:]
    var region = ""
    for line in table.split(separator: "\n") {
      if line.utf8.first == UInt8(ascii: "@") {
        region = String(line.dropFirst())
        continue
      }
      let fields = line.split(separator: "|").map(String.init)
      guard fields.count == 4 else { continue }
      let partOfLondon = region == "E13000001" || region == "E13000002"
      rows[fields[0]] = StabilityRow(
        name: fields[1], regions: partOfLondon ? [region, "E12000007"] : [region],
        figures: figures(fields[2], fields[3]))
    }
    return rows
  }

  private static func figures(_ children: String, _ threeOrMore: String) -> Figures {
    guard let children = Int(children), let threeOrMore = Int(threeOrMore) else {
      return .withheld(
        children: Int(children), because: Withheld(rawValue: threeOrMore) ?? .notAvailable)
    }
    return .published(children: children, threeOrMore: threeOrMore)
  }

  private static let regionTable = """
    E92000001|England|83300|22140
    E12000001|North East|6110|1550
    E12000002|North West|15090|4220
    E12000003|Yorkshire and The Humber|9270|2550
    E12000004|East Midlands|6570|1810
    E12000005|West Midlands|11920|3260
    E12000006|East of England|6870|1670
    E12000007|London|9310|2300
    E12000008|South East|11180|2770
    E12000009|South West|6980|2020
    E13000001|Inner London|3980|870
    E13000002|Outer London|5330|1430
    """

  private static let councilTable = """
    @E12000001
    805|Hartlepool|334|52
    806|Middlesbrough|513|329
    807|Redcar and Cleveland|419|85
    808|Stockton-on-Tees|581|195
    841|Darlington|298|94
    840|County Durham|1213|354
    929|Northumberland|436|86
    391|Newcastle upon Tyne|600|98
    392|North Tyneside|351|82
    393|South Tyneside|307|64
    394|Sunderland|525|49
    390|Gateshead|528|57
    @E12000002
    876|Halton|381|148
    877|Warrington|354|119
    889|Blackburn with Darwen|349|134
    890|Blackpool|520|132
    895|Cheshire East|542|209
    896|Cheshire West and Chester|570|161
    942|Cumberland|482|156
    943|Westmorland and Furness|246|50
    350|Bolton|571|180
    351|Bury|344|130
    352|Manchester|1303|349
    353|Oldham|590|186
    354|Rochdale|605|221
    355|Salford|561|139
    356|Stockport|495|71
    357|Tameside|645|180
    358|Trafford|377|78
    359|Wigan|741|299
    340|Knowsley|337|106
    341|Liverpool|1490|450
    342|St. Helens|488|96
    343|Sefton|581|167
    344|Wirral|767|127
    888|Lancashire|1754|329
    @E12000003
    810|Kingston upon Hull, City of|747|141
    811|East Riding of Yorkshire|351|91
    812|North East Lincolnshire|469|187
    813|North Lincolnshire|205|27
    816|York|243|56
    815|North Yorkshire|501|171
    370|Barnsley|405|123
    371|Doncaster|523|145
    372|Rotherham|502|123
    373|Sheffield|646|155
    380|Bradford|1483|636
    381|Calderdale|363|62
    382|Kirklees|603|138
    383|Leeds|1549|319
    384|Wakefield|684|179
    @E12000004
    831|Derby|598|82
    856|Leicester|599|191
    857|Rutland|27|18
    892|Nottingham|674|273
    940|North Northamptonshire|533|153
    941|West Northamptonshire|648|177
    830|Derbyshire|1057|233
    855|Leicestershire|726|253
    925|Lincolnshire|754|147
    891|Nottinghamshire|957|284
    @E12000005
    884|Herefordshire, County of|387|170
    894|Telford and Wrekin|412|86
    861|Stoke-on-Trent|1151|407
    893|Shropshire|717|228
    330|Birmingham|2300|550
    331|Coventry|674|139
    332|Dudley|574|131
    333|Sandwell|812|118
    334|Solihull|554|231
    335|Walsall|665|136
    336|Wolverhampton|522|166
    860|Staffordshire|1307|348
    937|Warwickshire|805|245
    885|Worcestershire|1044|302
    @E12000006
    874|Peterborough|422|102
    821|Luton|374|111
    882|Southend-on-Sea|307|92
    883|Thurrock|290|78
    822|Bedford|262|99
    823|Central Bedfordshire|365|115
    873|Cambridgeshire|649|226
    881|Essex|1149|224
    919|Hertfordshire|971|208
    926|Norfolk|1152|300
    935|Suffolk|930|115
    @E12000008
    887|Medway|476|124
    867|Bracknell Forest|140|27
    869|West Berkshire|187|69
    870|Reading|266|88
    871|Slough|201|81
    868|Windsor and Maidenhead|140|20
    872|Wokingham|137|14
    826|Milton Keynes|410|140
    846|Brighton and Hove|354|48
    851|Portsmouth|402|119
    852|Southampton|488|72
    921|Isle of Wight|279|95
    825|Buckinghamshire|523|152
    845|East Sussex|657|66
    850|Hampshire|1917|478
    886|Kent|1960|565
    931|Oxfordshire|770|206
    936|Surrey|963|219
    938|West Sussex|906|185
    @E12000009
    800|Bath and North East Somerset|218|47
    801|Bristol, City of|768|223
    802|North Somerset|254|97
    803|South Gloucestershire|214|86
    879|Plymouth|513|192
    880|Torbay|300|105
    866|Swindon|320|111
    908|Cornwall|619|171
    420|Isles of Scilly|0|z
    865|Wiltshire|476|94
    839|Bournemouth, Christchurch and Poole|546|73
    838|Dorset|446|94
    933|Somerset|586|137
    878|Devon|873|316
    916|Gloucestershire|842|277
    @E13000001
    201|City of London|7|0
    202|Camden|214|44
    204|Hackney|382|67
    205|Hammersmith and Fulham|206|51
    309|Haringey|334|79
    206|Islington|298|46
    207|Kensington and Chelsea|122|14
    208|Lambeth|464|220
    209|Lewisham|461|76
    316|Newham|425|97
    210|Southwark|397|90
    211|Tower Hamlets|277|44
    212|Wandsworth|218|25
    213|Westminster|175|20
    @E13000002
    301|Barking and Dagenham|436|108
    302|Barnet|x|x
    303|Bexley|292|101
    304|Brent|307|78
    305|Bromley|350|89
    306|Croydon|509|144
    307|Ealing|301|86
    308|Enfield|414|115
    203|Greenwich|420|100
    310|Harrow|176|44
    311|Havering|284|81
    312|Hillingdon|317|68
    313|Hounslow|285|58
    314|Kingston upon Thames|130|36
    315|Merton|147|45
    317|Redbridge|310|94
    318|Richmond upon Thames|110|33
    319|Sutton|234|54
    320|Waltham Forest|308|92
    """
}
