package org.jlvm.dm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A test class that changes a real kernel's devices: {@code scripts/vm run CLASS} runs it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("kernel")
@EnabledIfEnvironmentVariable(
    named = "IN_JLVM_VM",
    matches = "1",
    disabledReason = "needs a machine of its own, see scripts/vm")
public @interface KernelTest {}
