/**
 * What can be typed: every command of lvm2 2.03.40 with its forms, options, operands and rules, as
 * data. A command's text is parsed only when that command is run or described.
 */
@NullMarked
package org.jlvm.cli.table;

import org.jspecify.annotations.NullMarked;
