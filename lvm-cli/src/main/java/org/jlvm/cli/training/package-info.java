/**
 * What the start-up caches are made from: commands on devices that need neither root nor a driver.
 */
@NullMarked
package org.jlvm.cli.training;

import org.jspecify.annotations.NullMarked;
