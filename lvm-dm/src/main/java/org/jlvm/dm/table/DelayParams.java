package org.jlvm.dm.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Target delay: requests wait before they go on. Text: {@code device start ms [device start ms
 * [device start ms]]} for reads, writes and flushes; a route left out is as the one before it.
 *
 * @param routes one to three
 */
public record DelayParams(List<Route> routes) implements TargetParams {
  static final String TYPE = "delay";

  /** Where requests of a kind go, and after how many milliseconds. */
  public record Route(DeviceArea area, int milliseconds) {}

  public DelayParams {
    routes = List.copyOf(routes);
    if (routes.isEmpty() || routes.size() > 3) {
      throw new IllegalArgumentException("delay takes one to three routes");
    }
  }

  static DelayParams parse(String text) {
    Words words = new Words("delay table", text);
    List<Route> routes = new ArrayList<>(3);
    do {
      routes.add(new Route(DeviceArea.read(words), words.integer()));
    } while (words.hasNext() && routes.size() < 3);
    words.end();
    return new DelayParams(routes);
  }

  @Override
  public String targetType() {
    return TYPE;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Route route : routes) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(route.area()).append(' ').append(route.milliseconds());
    }
    return text.toString();
  }

  @Override
  public List<DeviceNumber> devices() {
    List<DeviceNumber> devices = new ArrayList<>(routes.size());
    for (Route route : routes) {
      devices.add(route.area().device());
    }
    return devices;
  }
}
