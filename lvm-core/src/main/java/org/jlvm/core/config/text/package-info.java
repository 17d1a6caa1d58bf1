/**
 * The LVM text syntax, shared by VG metadata, lvm.conf and the devices file: {@link
 * org.jlvm.core.config.text.ConfigParser} reads it into a tree that remembers where each entry came
 * from, {@link org.jlvm.core.config.text.ConfigPrinter} prints a tree, {@link
 * org.jlvm.core.config.text.MetadataWriter} writes metadata in lvm2's layout.
 */
@NullMarked
package org.jlvm.core.config.text;

import org.jspecify.annotations.NullMarked;
