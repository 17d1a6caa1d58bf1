package org.jlvm.system;

/** What one command left behind: exit status and everything it printed. */
record CommandResult(int status, String out, String err) {}
