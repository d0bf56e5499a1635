/// Which Kith this is. Said here and nowhere else: the command line, the figures and the package for
/// Debian all take it from here.
public enum Version {
  public static let current = "0.1.0"
}
