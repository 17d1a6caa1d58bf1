/** The debug log: {@code log/file}, {@code log/level}, {@code -dddd}; set up only where wanted. */
@NullMarked
package org.jlvm.cli.console.log;

import org.jspecify.annotations.NullMarked;
