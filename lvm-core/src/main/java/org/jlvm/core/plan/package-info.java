/**
 * What a command is going to do, worked out before anything is done: pure functions from a group
 * and a request to a {@link org.jlvm.core.plan.Plan}.
 */
@NullMarked
package org.jlvm.core.plan;

import org.jspecify.annotations.NullMarked;
