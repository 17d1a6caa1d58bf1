/**
 * One read of the devices: labels, metadata area headers and metadata texts, and what they add up
 * to. Nothing is written here.
 */
@NullMarked
package org.jlvm.core.engine.scan;

import org.jspecify.annotations.NullMarked;
