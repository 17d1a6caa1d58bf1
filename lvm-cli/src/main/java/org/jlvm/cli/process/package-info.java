/**
 * Which groups and volumes a command works on: operands, tags and selections resolved, each group
 * locked, read and checked as lvm2 does, with its messages.
 */
@NullMarked
package org.jlvm.cli.process;

import org.jspecify.annotations.NullMarked;
