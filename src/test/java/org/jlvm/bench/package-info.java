/** Benchmarks of the parts that see much metadata; {@code scripts/bench --jmh} runs them. */
@NullMarked
package org.jlvm.bench;

import org.jspecify.annotations.NullMarked;
