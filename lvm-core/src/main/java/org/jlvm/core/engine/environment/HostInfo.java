package org.jlvm.core.engine.environment;

import java.util.Optional;

/**
 * What metadata records of the machine that writes it.
 *
 * @param nodeName as uname -n
 * @param details system, node, release, version and machine, separated by blanks (uname(2))
 * @param systemId the host's system ID, if it has one (lvmsystemid(7))
 */
public record HostInfo(String nodeName, String details, Optional<String> systemId) {}
