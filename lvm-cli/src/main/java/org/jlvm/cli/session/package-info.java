/** From a command line to the engine: configuration, devices, locks, activation. */
@NullMarked
package org.jlvm.cli.session;

import org.jspecify.annotations.NullMarked;
