/** What every verb is given and must provide. */
@NullMarked
package org.jlvm.cli.command;

import org.jspecify.annotations.NullMarked;
