/** What devices logical volumes need: from the metadata of a group to a tree of nodes. */
@NullMarked
package org.jlvm.activation.tree;

import org.jspecify.annotations.NullMarked;
