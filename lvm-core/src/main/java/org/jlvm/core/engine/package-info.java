/**
 * Effects: what a command needs of the world ({@link
 * org.jlvm.core.engine.environment.Environment}), reading and locking groups ({@link
 * org.jlvm.core.engine.Session}), carrying out plans ({@link org.jlvm.core.engine.PlanExecutor}).
 */
@NullMarked
package org.jlvm.core.engine;

import org.jspecify.annotations.NullMarked;
