package org.jlvm.core.config.report;

/** Options of lvmconfig without an argument, named as there. */
public enum ConfigOption {
  IGNORE_ADVANCED,
  IGNORE_LOCAL,
  IGNORE_UNSUPPORTED,
  LIST,
  MERGED_CONFIG,
  SHOW_DEPRECATED,
  SHOW_UNSUPPORTED,
  UNCONFIGURED,
  VALIDATE,
  VALUES_ONLY,
  WITH_COMMENTS,
  WITH_GENERAL_PREAMBLE,
  WITH_LOCAL_PREAMBLE,
  WITH_SPACES,
  WITH_SUMMARY,
  WITH_VERSIONS
}
