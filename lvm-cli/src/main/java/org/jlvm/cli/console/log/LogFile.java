package org.jlvm.cli.console.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import org.jlvm.core.message.Level;

/**
 * A log file, written through logback set up in code: reading a configuration of its own would cost
 * more time than the command.
 */
final class LogFile {
  private final LoggerContext context;
  private final Logger logger;

  private LogFile(LoggerContext context, Logger logger) {
    this.context = context;
    this.logger = logger;
  }

  static LogFile open(String path, String command, boolean append) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(
        "%d{HH:mm:ss.SSSSSS} " + command + "[" + ProcessHandle.current().pid() + "]  %msg%n");
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setFile(path);
    appender.setAppend(append);
    appender.setEncoder(encoder);
    appender.start();
    Logger logger = context.getLogger("lvm");
    logger.setLevel(ch.qos.logback.classic.Level.ALL);
    logger.setAdditive(false);
    logger.addAppender(appender);
    return new LogFile(context, logger);
  }

  void write(Level level, String text) {
    switch (level) {
      case ERROR -> logger.error(text);
      case WARN -> logger.warn(text);
      case PRINT, INFO -> logger.info(text);
      case VERBOSE, VERY_VERBOSE, DEBUG -> logger.debug(text);
    }
  }

  void close() {
    context.stop();
  }
}
