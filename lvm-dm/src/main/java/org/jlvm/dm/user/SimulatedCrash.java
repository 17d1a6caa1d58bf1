package org.jlvm.dm.user;

/** Stands for the death of the process: nothing that follows it has any effect. */
public final class SimulatedCrash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimulatedCrash(String call) {
    super("simulated crash before " + call);
  }
}
