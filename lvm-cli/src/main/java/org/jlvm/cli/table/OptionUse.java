package org.jlvm.cli.table;

import java.util.Optional;

/**
 * An option as a form uses it.
 *
 * @param option which one
 * @param operand what it takes, if not what the option takes in general
 * @param literal the only value that this form accepts
 */
public record OptionUse(Opt option, Optional<Operand> operand, Optional<String> literal) {}
