/** The verbs that work on physical volumes. */
@NullMarked
package org.jlvm.cli.pv;

import org.jspecify.annotations.NullMarked;
