package org.jlvm.cli.command;

import org.jlvm.cli.console.Console;
import org.jlvm.core.config.settings.LvmSettings;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.units.SizeFormat;

/**
 * The world as a verb sees it.
 *
 * @param console takes messages and output
 * @param prompter asks the user
 * @param process environment, directory, clock
 * @param settings the configuration, with {@code --config} and profiles on top
 * @param sizes how sizes are shown
 * @param interactive whether the command was typed at the {@code lvm>} prompt
 * @param log what is worked on
 */
public record CommandContext(
    Console console,
    Prompter prompter,
    HostProcess process,
    LvmSettings settings,
    SizeFormat sizes,
    boolean interactive,
    WorkLog log) {}
