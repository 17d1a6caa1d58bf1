/**
 * The daemon that watches over volumes: {@code lvm monitor}, or {@code dmeventd} where the program
 * is called so. What is to be done about a device is decided by a {@code DeviceWatch}; the doing is
 * left to commands of their own.
 */
@NullMarked
package org.jlvm.cli.monitor;

import org.jspecify.annotations.NullMarked;
