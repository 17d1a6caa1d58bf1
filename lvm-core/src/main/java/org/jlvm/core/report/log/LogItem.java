package org.jlvm.core.report.log;

/**
 * One line of the log of a command.
 *
 * @param number counted from 1
 * @param type {@code error}, {@code warn}, {@code print} or {@code status}
 * @param context what the program was doing
 * @param subject what it is about
 * @param message the text
 * @param errorNumber 0, or -1 once something went wrong
 * @param returnCode of a status
 */
public record LogItem(
    long number,
    String type,
    String context,
    Subject subject,
    String message,
    int errorNumber,
    int returnCode) {

  /** An object by kind, name and id, with the group that it is in; parts may be empty. */
  public record Subject(String type, String name, String id, String group, String groupId) {
    public static final Subject NONE = new Subject("", "", "", "", "");
  }
}
