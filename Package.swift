// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "kith",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "kith", targets: ["kith"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", exact: "1.7.3"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // Ground floor: what the work means. No input, no output, no clock.
    .target(
      name: "Measuring", swiftSettings: house,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Practice", dependencies: ["Measuring"], swiftSettings: house),

    // Keeping and exchanging.
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Returns", dependencies: ["CXML", "Practice"], swiftSettings: house),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "Store",
      dependencies: [
        "CPostgreSQL", "CZstd", "Practice", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: house),

    // First floor: keeping and showing, chapter by chapter.
    .target(
      name: "Office",
      dependencies: [
        "Measuring", "Practice", "Returns", "Store",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], resources: [.embedInCode("Page/kith.css")], swiftSettings: house),
    .target(
      name: "Town", dependencies: ["Office", "Practice", "Returns", "Store"], swiftSettings: house),
    .executableTarget(
      name: "kith",
      dependencies: [
        "Measuring", "Office", "Practice", "Returns", "Store", "Town",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),

    .target(name: "Ground", path: "Tests/Ground", swiftSettings: house),
    .testTarget(
      name: "PracticeTests", dependencies: ["Measuring", "Practice"], swiftSettings: house),
    .testTarget(
      name: "MeasuringTests", dependencies: ["Measuring"], swiftSettings: house),
    .testTarget(
      name: "ReturnsTests", dependencies: ["Practice", "Returns"], swiftSettings: house),
    .testTarget(
      name: "TownTests",
      dependencies: ["Practice", "Returns", "Town"], swiftSettings: house),
    .testTarget(
      name: "OfficeTests",
      dependencies: [
        "Ground", "Measuring", "Office", "Practice", "Returns", "Store", "Town",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ], swiftSettings: house),
    .testTarget(name: "HouseTests", swiftSettings: house),
    .testTarget(
      name: "Stories",
      dependencies: [
        "Ground", "Office", "Practice", "Returns", "Store", "Town",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Ground", "Office", "Practice", "Store", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Released"], swiftSettings: house),
  ]
)
