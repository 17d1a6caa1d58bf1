package org.jlvm.dm.table;

/** A status without known parts: most often none at all, as of linear. */
public record PlainStatus(String text) implements TargetStatus {}
