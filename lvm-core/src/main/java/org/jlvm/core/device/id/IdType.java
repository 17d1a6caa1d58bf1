package org.jlvm.core.device.id;

import java.util.Optional;

/** The kinds of device id in a devices file, under their names there (lvmdevices(8)). */
public enum IdType {
  SYS_WWID("sys_wwid"),
  SYS_SERIAL("sys_serial"),
  DEVNAME("devname"),
  MPATH_UUID("mpath_uuid"),
  CRYPT_UUID("crypt_uuid"),
  LVMLV_UUID("lvmlv_uuid"),
  MD_UUID("md_uuid"),
  LOOP_FILE("loop_file"),
  WWID_NAA("wwid_naa"),
  WWID_EUI("wwid_eui"),
  WWID_T10("wwid_t10"),
  NVME_EUI64("nvme_eui64"),
  NVME_NGUID("nvme_nguid"),
  NVME_UUID("nvme_uuid");

  private final String key;

  IdType(String key) {
    this.key = key;
  }

  /** The name in the file. */
  public String key() {
    return key;
  }

  public static Optional<IdType> of(String key) {
    for (IdType type : values()) {
      if (type.key.equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether the id stays the same when the device gets another name. */
  public boolean isStable() {
    return this != DEVNAME;
  }
}
