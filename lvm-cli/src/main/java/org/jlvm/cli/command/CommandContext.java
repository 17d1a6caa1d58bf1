package org.jlvm.cli.command;

import org.jlvm.cli.console.Console;
import org.jlvm.core.message.Prompter;

/**
 * The world as a verb sees it.
 *
 * @param console takes messages and output
 * @param prompter asks the user
 * @param process environment, directory, clock
 * @param interactive whether the command was typed at the {@code lvm>} prompt
 */
public record CommandContext(
    Console console, Prompter prompter, HostProcess process, boolean interactive) {}
