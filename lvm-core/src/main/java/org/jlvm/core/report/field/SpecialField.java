package org.jlvm.core.report.field;

/** Fields that every report has. */
public enum SpecialField implements Field {
  SELECTED("selected", "Selected", "Set if item passes selection criteria."),
  HELP("help", "Help", "Show help."),
  HELP_ALSO("?", "Help", "Show help.");

  private final String id;
  private final String heading;
  private final String description;

  SpecialField(String id, String heading, String description) {
    this.id = id;
    this.heading = heading;
    this.description = description;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public FieldType type() {
    return FieldType.NUMBER;
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public ObjectType object() {
    return Special.SPECIAL;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean isSelectable() {
    return this == SELECTED;
  }

  private enum Special implements ObjectType {
    SPECIAL;

    @Override
    public int bit() {
      return 1 << 31;
    }

    @Override
    public String description() {
      return "Special";
    }

    @Override
    public String prefix() {
      return "special_";
    }
  }
}
