package org.jlvm.dm;

/**
 * Why the kernel refused a request.
 *
 * @param number as in asm-generic/errno.h
 */
public record Errno(int number) {
  public static final Errno EPERM = new Errno(1);
  public static final Errno ENOENT = new Errno(2);
  public static final Errno EINTR = new Errno(4);
  public static final Errno EIO = new Errno(5);
  public static final Errno ENXIO = new Errno(6);
  public static final Errno EAGAIN = new Errno(11);
  public static final Errno ENOMEM = new Errno(12);
  public static final Errno EACCES = new Errno(13);
  public static final Errno EBUSY = new Errno(16);
  public static final Errno EEXIST = new Errno(17);
  public static final Errno ENODEV = new Errno(19);
  public static final Errno EINVAL = new Errno(22);
  public static final Errno ENOTTY = new Errno(25);
  public static final Errno ENOSPC = new Errno(28);
  public static final Errno ERANGE = new Errno(34);
  public static final Errno EIDRM = new Errno(43);
  public static final Errno ENODATA = new Errno(61);

  /** The C library's text for it. */
  public String text() {
    return switch (number) {
      case 1 -> "Operation not permitted";
      case 2 -> "No such file or directory";
      case 4 -> "Interrupted system call";
      case 5 -> "Input/output error";
      case 6 -> "No such device or address";
      case 9 -> "Bad file descriptor";
      case 11 -> "Resource temporarily unavailable";
      case 12 -> "Cannot allocate memory";
      case 13 -> "Permission denied";
      case 14 -> "Bad address";
      case 15 -> "Block device required";
      case 16 -> "Device or resource busy";
      case 17 -> "File exists";
      case 19 -> "No such device";
      case 20 -> "Not a directory";
      case 21 -> "Is a directory";
      case 22 -> "Invalid argument";
      case 24 -> "Too many open files";
      case 25 -> "Inappropriate ioctl for device";
      case 28 -> "No space left on device";
      case 30 -> "Read-only file system";
      case 34 -> "Numerical result out of range";
      case 36 -> "File name too long";
      case 38 -> "Function not implemented";
      case 43 -> "Identifier removed";
      case 61 -> "No data available";
      case 75 -> "Value too large for defined data type";
      case 95 -> "Operation not supported";
      case 110 -> "Connection timed out";
      default -> "Unknown error " + number;
    };
  }
}
