package org.jlvm.activation.node;

import org.jlvm.core.units.Sectors;

/** Sectors of a device that one target serves; pieces follow each other without gaps. */
public record Piece(Sectors length, TargetTemplate target) {}
