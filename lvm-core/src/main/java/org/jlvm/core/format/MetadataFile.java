package org.jlvm.core.format;

import java.util.Optional;
import org.jlvm.core.model.VolumeGroup;

/**
 * A metadata text with what it says of its own making.
 *
 * @param vg the group
 * @param description why it was written
 * @param creationHost where
 * @param creationTime when, in seconds since 1970; 0 if not said
 */
public record MetadataFile(
    VolumeGroup vg, String description, Optional<String> creationHost, long creationTime) {}
