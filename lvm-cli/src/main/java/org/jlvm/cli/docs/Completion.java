package org.jlvm.cli.docs;

import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;

/** A completion script for bash: commands after {@code lvm}, and the options of each command. */
final class Completion {
  private Completion() {}

  static String script() {
    StringBuilder text = new StringBuilder("# Completion of jlvm's commands for bash\n");
    text.append("_jlvm_options() {\n  case $1 in\n");
    for (String name : CommandTable.names()) {
      CommandTable table = CommandTable.of(name).orElseThrow();
      text.append("    ").append(name).append(") echo \"");
      for (Opt option : table.allOptions()) {
        text.append(option.dashed()).append(' ');
      }
      text.setLength(text.length() - 1);
      text.append("\" ;;\n");
    }
    text.append("  esac\n}\n\n");
    text.append("_jlvm() {\n");
    text.append("  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[0]##*/}\n");
    text.append("  if [[ $command == lvm ]]; then\n");
    text.append("    if ((COMP_CWORD == 1)); then\n");
    text.append("      COMPREPLY=($(compgen -W \"").append(String.join(" ", CommandTable.names()));
    text.append("\" -- \"$word\"))\n      return\n    fi\n");
    text.append("    command=${COMP_WORDS[1]}\n  fi\n");
    text.append("  if [[ $word == -* ]]; then\n");
    text.append("    COMPREPLY=($(compgen -W \"$(_jlvm_options \"$command\")\" -- \"$word\"))\n");
    text.append("  elif [[ $word == /* ]]; then\n");
    text.append("    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}\n\n");
    text.append("complete -F _jlvm lvm");
    for (String name : CommandTable.names()) {
      if (ManualPage.isProgram(name)) {
        text.append(' ').append(name);
      }
    }
    return text.append('\n').toString();
  }
}
