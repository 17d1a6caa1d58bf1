package org.jlvm.dm.user;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.jlvm.dm.table.SnapshotStatus.Usage;

/** Keeps which chunks of a snapshot were copied, and to which chunk of its device. */
interface ExceptionStore {

  /** A run of chunks to copy back: {@code count} of them, up to and with the ones given. */
  record MergeRun(long lastOld, long lastNew, long count) {}

  /** Sectors in a chunk: what was asked for, or what an existing store has. */
  long chunkSize();

  /** Old chunk to new chunk, of all that were committed. */
  Map<Long, Long> load() throws IOException;

  boolean valid();

  /** A free chunk; empty if there is none. */
  OptionalLong allocate();

  /** Makes a copied chunk count from now on. */
  void commit(long oldChunk, long newChunk) throws IOException;

  /** The contents cannot be used any more, after a restart either. */
  void invalidate() throws IOException;

  Usage usage();

  /** What to merge next: the latest exceptions; a count of zero if nothing is left. */
  MergeRun nextMerge() throws IOException;

  /** The latest exceptions are merged and count no more. */
  void commitMerge(long count) throws IOException;
}
