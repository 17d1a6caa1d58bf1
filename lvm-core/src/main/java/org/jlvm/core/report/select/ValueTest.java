package org.jlvm.core.report.select;

import java.util.List;
import org.jlvm.core.regex.DmRegex;
import org.jlvm.core.report.field.Cell;

/** What a selection asks of one value. */
sealed interface ValueTest {
  boolean accepts(Cell cell);

  /** Equal or not to a text. */
  record Text(String wanted, boolean negative) implements ValueTest {
    @Override
    public boolean accepts(Cell cell) {
      return cell.sortText().equals(wanted) != negative;
    }
  }

  /** A text in which an expression is found, or not. */
  record Regex(DmRegex regex, boolean negative) implements ValueTest {
    @Override
    public boolean accepts(Cell cell) {
      return regex.match(cell.sortText()) >= 0 != negative;
    }
  }

  /**
   * A number, percent or time against a value or a range of values.
   *
   * @param strict values outside the order
   * @param limit largest value that counts at all, unsigned
   */
  record Number(Operator operator, long from, long to, List<Cell> strict, long limit)
      implements ValueTest {
    @Override
    public boolean accepts(Cell cell) {
      long value = cell.key();
      if (Long.compareUnsigned(value, limit) > 0) {
        return false;
      }
      boolean inside = Long.compareUnsigned(value, from) >= 0 && !isAbove(value);
      return switch (operator.plain()) {
        case EQUAL -> inside;
        case NOT_EQUAL -> !inside;
        default -> !isOutsideOrder(value) && ordered(value);
      };
    }

    private boolean ordered(long value) {
      return switch (operator.plain()) {
        case AT_LEAST -> Long.compareUnsigned(value, from) >= 0;
        case ABOVE -> isAbove(value);
        case AT_MOST -> !isAbove(value);
        case BELOW -> Long.compareUnsigned(value, from) < 0;
        default -> false;
      };
    }

    private boolean isAbove(long value) {
      return Long.compareUnsigned(value, to) > 0;
    }

    private boolean isOutsideOrder(long value) {
      for (Cell other : strict) {
        if (other.key() == value || other.key() == from) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A size in sectors; equality allows for the error of doubles.
   *
   * @param strict values outside the order
   */
  record Size(Operator operator, double wanted, List<Cell> strict) implements ValueTest {
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public boolean accepts(Cell cell) {
      double value = cell.size();
      boolean equal = isEqual(value, wanted);
      return switch (operator.plain()) {
        case EQUAL -> equal;
        case NOT_EQUAL -> !equal;
        default -> !isOutsideOrder(value) && ordered(value, equal);
      };
    }

    private boolean ordered(double value, boolean equal) {
      return switch (operator.plain()) {
        case AT_LEAST -> value > wanted || equal;
        case ABOVE -> value > wanted && !equal;
        case AT_MOST -> value < wanted || equal;
        case BELOW -> value < wanted && !equal;
        default -> false;
      };
    }

    private boolean isOutsideOrder(double value) {
      for (Cell other : strict) {
        if (isEqual(value, other.size()) || isEqual(wanted, other.size())) {
          return true;
        }
      }
      return false;
    }

    static boolean isEqual(double first, double second) {
      return first == second || Math.abs(first - second) < EPSILON;
    }
  }

  /** A list of texts against a list. */
  record Texts(ListTest list, boolean negative) implements ValueTest {
    @Override
    public boolean accepts(Cell cell) {
      return list.accepts(cell.items()) != negative;
    }
  }
}
