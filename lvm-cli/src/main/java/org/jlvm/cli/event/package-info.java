/** Physical volumes come and go: {@code pvscan}, and what udev's rules have it find out. */
@NullMarked
package org.jlvm.cli.event;

import org.jspecify.annotations.NullMarked;
