/**
 * From the words of a command line to the form that is meant, by lvm2's rules. Pure: what is wrong
 * comes back as complaints, nothing is printed here.
 */
@NullMarked
package org.jlvm.cli.parse;

import org.jspecify.annotations.NullMarked;
