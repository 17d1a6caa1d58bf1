package org.jlvm.core.format;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.VolumeGroup;

/**
 * A metadata text with what it says of its own making.
 *
 * @param vg the group
 * @param description why it was written
 * @param creationHost where
 * @param creationTime when, in seconds since 1970; 0 if not said
 * @param warnings what was accepted but should be told the user, in order
 */
public record MetadataFile(
    VolumeGroup vg,
    String description,
    Optional<String> creationHost,
    long creationTime,
    List<String> warnings) {}
