package org.jlvm.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.format.VgTextWriter;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parsing, printing and allocating in a group of many volumes of one extent each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MetadataBenchmark {
  /** Logical volumes. */
  @Param({"100", "1000", "10000", "50000"})
  public int volumes;

  private byte[] text = new byte[0];
  private Optional<VolumeGroup> group = Optional.empty();

  @Setup
  public void setUp() {
    text = GroupText.of(volumes);
    group = Optional.of(VgTextReader.read(text));
  }

  @Benchmark
  public VolumeGroup parse() {
    return VgTextReader.read(text);
  }

  @Benchmark
  public byte[] print() {
    return VgTextWriter.forDisk(group.orElseThrow(), GroupText.HEADER);
  }

  /** A volume of eight extents behind all others. */
  @Benchmark
  public Allocation allocate() {
    LogicalVolume added =
        new LogicalVolume.Builder(LvmId.parse("n".repeat(LvmId.LENGTH)), new LvName("new")).build();
    return Allocator.allocate(
        AllocationRequest.extend(group.orElseThrow(), added, AllocationShape.striped(1), 8),
        AllocationSettings.DEFAULT,
        Silent.INSTANCE);
  }

  private enum Silent implements Messages {
    INSTANCE;

    @Override
    public void show(Level level, String message) {}

    @Override
    public boolean shows(Level level) {
      return false;
    }
  }
}
