package org.jlvm.dm;

/** A version of the driver's protocol or of a target. */
public record DmVersion(int major, int minor, int patch) implements Comparable<DmVersion> {
  public boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
  }

  @Override
  public int compareTo(DmVersion other) {
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    return order != 0 ? order : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
