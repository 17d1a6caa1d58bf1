/**
 * Whole-system tests: jlvm beside the real lvm2, on loop devices.
 *
 * <p>The differential harness runs the same commands through both, each on its own disks, and
 * compares exit status, output, metadata and backups after every one of them. Accepted differences
 * are listed, with reasons, in {@code known-differences.txt}.
 */
@NullMarked
package org.jlvm.system;

import org.jspecify.annotations.NullMarked;
