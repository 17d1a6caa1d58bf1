package org.jlvm.cli.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Every option of every command, in the order in which lvm2 numbers them. Two options of one long
 * name differ in what they take ({@link #UUID}, {@link #UUIDSTR}); a command knows only one of
 * them.
 */
public enum Opt {
  ABORT("abort", '\0', ValueType.NONE, Repeat.ONCE),
  ACTIVATIONMODE("activationmode", '\0', ValueType.ACTIVATIONMODE, Repeat.ONCE),
  ADDDEV("adddev", '\0', ValueType.PV, Repeat.ONCE),
  ADDID("addid", '\0', ValueType.STRING, Repeat.ONCE),
  ADDPVID("addpvid", '\0', ValueType.STRING, Repeat.ONCE),
  ADDTAG("addtag", '\0', ValueType.TAG, Repeat.GROUPED),
  ALIGNED("aligned", '\0', ValueType.NONE, Repeat.ONCE),
  ALLOC("alloc", '\0', ValueType.ALLOC, Repeat.ONCE),
  ATOMIC("atomic", '\0', ValueType.NONE, Repeat.ONCE),
  ATVERSION("atversion", '\0', ValueType.STRING, Repeat.ONCE),
  AUTO("auto", '\0', ValueType.NONE, Repeat.ONCE),
  AUTOACTIVATION("autoactivation", '\0', ValueType.STRING, Repeat.ONCE),
  BINARY("binary", '\0', ValueType.NONE, Repeat.ONCE),
  BOOTLOADERAREASIZE("bootloaderareasize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  CACHEDEVICE("cachedevice", '\0', ValueType.PV, Repeat.GROUPED),
  CACHEMETADATAFORMAT("cachemetadataformat", '\0', ValueType.CACHEMETADATAFORMAT, Repeat.ONCE),
  CACHEMODE("cachemode", '\0', ValueType.CACHEMODE, Repeat.ONCE),
  CACHEPOLICY("cachepolicy", '\0', ValueType.STRING, Repeat.ONCE),
  CACHEPOOL("cachepool", '\0', ValueType.LV, Repeat.ONCE),
  CACHESETTINGS("cachesettings", '\0', ValueType.STRING, Repeat.GROUPED),
  CACHESIZE("cachesize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  CACHEVOL("cachevol", '\0', ValueType.LV, Repeat.ONCE),
  CHECK("check", '\0', ValueType.NONE, Repeat.ONCE),
  CHECKCOMPLETE("checkcomplete", '\0', ValueType.NONE, Repeat.ONCE),
  COMMANDPROFILE("commandprofile", '\0', ValueType.STRING, Repeat.ONCE),
  COMPRESSION("compression", '\0', ValueType.BOOL, Repeat.ONCE),
  CONFIG("config", '\0', ValueType.STRING, Repeat.ONCE),
  CONFIGREPORT("configreport", '\0', ValueType.CONFIGREPORT, Repeat.GROUPED),
  DATAALIGNMENT("dataalignment", '\0', ValueType.SIZEKB, Repeat.ONCE),
  DATAALIGNMENTOFFSET("dataalignmentoffset", '\0', ValueType.SIZEKB, Repeat.ONCE),
  DEDUPLICATION("deduplication", '\0', ValueType.BOOL, Repeat.ONCE),
  DELDEV("deldev", '\0', ValueType.STRING, Repeat.ONCE),
  DELID("delid", '\0', ValueType.STRING, Repeat.ONCE),
  DELNOTFOUND("delnotfound", '\0', ValueType.NONE, Repeat.ONCE),
  DELPVID("delpvid", '\0', ValueType.STRING, Repeat.ONCE),
  DELTAG("deltag", '\0', ValueType.TAG, Repeat.GROUPED),
  DETACHPROFILE("detachprofile", '\0', ValueType.NONE, Repeat.ONCE),
  DEVICEIDTYPE("deviceidtype", '\0', ValueType.STRING, Repeat.ONCE),
  DEVICES("devices", '\0', ValueType.PV, Repeat.GROUPED),
  DEVICESFILE("devicesfile", '\0', ValueType.STRING, Repeat.ONCE),
  DISCARDS("discards", '\0', ValueType.DISCARDS, Repeat.ONCE),
  DRIVERLOADED("driverloaded", '\0', ValueType.BOOL, Repeat.ONCE),
  DUMP("dump", '\0', ValueType.DUMPTYPE, Repeat.ONCE),
  ERRORWHENFULL("errorwhenfull", '\0', ValueType.BOOL, Repeat.ONCE),
  FOREIGN("foreign", '\0', ValueType.NONE, Repeat.ONCE),
  FS("fs", '\0', ValueType.STRING, Repeat.ONCE),
  FSMODE("fsmode", '\0', ValueType.STRING, Repeat.ONCE),
  HANDLEMISSINGPVS("handlemissingpvs", '\0', ValueType.NONE, Repeat.ONCE),
  HEADINGS("headings", '\0', ValueType.HEADINGS, Repeat.ONCE),
  IGNOREADVANCED("ignoreadvanced", '\0', ValueType.NONE, Repeat.ONCE),
  IGNORELOCAL("ignorelocal", '\0', ValueType.NONE, Repeat.ONCE),
  IGNORELOCKINGFAILURE("ignorelockingfailure", '\0', ValueType.NONE, Repeat.ONCE),
  IGNOREMONITORING("ignoremonitoring", '\0', ValueType.NONE, Repeat.ONCE),
  IGNORESKIPPEDCLUSTER("ignoreskippedcluster", '\0', ValueType.NONE, Repeat.ONCE),
  IGNOREUNSUPPORTED("ignoreunsupported", '\0', ValueType.NONE, Repeat.ONCE),
  IMPORTDEVICES("importdevices", '\0', ValueType.NONE, Repeat.ONCE),
  INTEGRITYSETTINGS("integritysettings", '\0', ValueType.STRING, Repeat.GROUPED),
  JOURNAL("journal", '\0', ValueType.STRING, Repeat.ONCE),
  LABELSECTOR("labelsector", '\0', ValueType.NUMBER, Repeat.ONCE),
  LISTIDS("listids", '\0', ValueType.PV, Repeat.ONCE),
  LISTLVS("listlvs", '\0', ValueType.NONE, Repeat.ONCE),
  LISTVG("listvg", '\0', ValueType.NONE, Repeat.ONCE),
  LOCKOPT("lockopt", '\0', ValueType.STRING, Repeat.ONCE),
  LOCKSTART("lockstart", '\0', ValueType.NONE, Repeat.ONCE),
  LOCKSTOP("lockstop", '\0', ValueType.NONE, Repeat.ONCE),
  LOCKTYPE("locktype", '\0', ValueType.LOCKTYPE, Repeat.ONCE),
  LOGONLY("logonly", '\0', ValueType.NONE, Repeat.ONCE),
  LONGHELP("longhelp", '\0', ValueType.NONE, Repeat.ONCE),
  MAJORITYPVS("majoritypvs", '\0', ValueType.NONE, Repeat.ONCE),
  MAXRECOVERYRATE("maxrecoveryrate", '\0', ValueType.SIZEKB, Repeat.ONCE),
  MERGE("merge", '\0', ValueType.NONE, Repeat.ONCE),
  MERGEDCONFIG("mergedconfig", '\0', ValueType.NONE, Repeat.ONCE),
  MERGEMIRRORS("mergemirrors", '\0', ValueType.NONE, Repeat.ONCE),
  MERGESNAPSHOT("mergesnapshot", '\0', ValueType.NONE, Repeat.ONCE),
  MERGETHIN("mergethin", '\0', ValueType.NONE, Repeat.ONCE),
  METADATAIGNORE("metadataignore", '\0', ValueType.BOOL, Repeat.ONCE),
  METADATAPROFILE("metadataprofile", '\0', ValueType.STRING, Repeat.ONCE),
  METADATASIZE("metadatasize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  MINOR("minor", '\0', ValueType.NUMBER, Repeat.GROUPED),
  MINRECOVERYRATE("minrecoveryrate", '\0', ValueType.SIZEKB, Repeat.ONCE),
  MIRRORLOG("mirrorlog", '\0', ValueType.MIRRORLOG, Repeat.ONCE),
  MIRRORSONLY("mirrorsonly", '\0', ValueType.NONE, Repeat.ONCE),
  MKNODES("mknodes", '\0', ValueType.NONE, Repeat.ONCE),
  MONITOR("monitor", '\0', ValueType.BOOL, Repeat.ONCE),
  NAMEPREFIXES("nameprefixes", '\0', ValueType.NONE, Repeat.ONCE),
  NOHEADINGS("noheadings", '\0', ValueType.NONE, Repeat.ONCE),
  NOHINTS("nohints", '\0', ValueType.NONE, Repeat.ONCE),
  NOHISTORY("nohistory", '\0', ValueType.NONE, Repeat.ONCE),
  NOLOCKING("nolocking", '\0', ValueType.NONE, Repeat.ONCE),
  NORESTOREFILE("norestorefile", '\0', ValueType.NONE, Repeat.ONCE),
  NOSUFFIX("nosuffix", '\0', ValueType.NONE, Repeat.ONCE),
  NOSYNC("nosync", '\0', ValueType.NONE, Repeat.ONCE),
  NOTIFYDBUS("notifydbus", '\0', ValueType.NONE, Repeat.ONCE),
  NOUDEVSYNC("noudevsync", '\0', ValueType.NONE, Repeat.ONCE),
  ORIGINNAME("originname", '\0', ValueType.LV, Repeat.ONCE),
  PERSIST("persist", '\0', ValueType.STRING, Repeat.ONCE),
  POLL("poll", '\0', ValueType.BOOL, Repeat.ONCE),
  POLLOPERATION("polloperation", '\0', ValueType.POLLOPERATION, Repeat.ONCE),
  POOLDATAVDO("pooldatavdo", '\0', ValueType.BOOL, Repeat.ONCE),
  POOLMETADATA("poolmetadata", '\0', ValueType.LV, Repeat.ONCE),
  POOLMETADATASIZE("poolmetadatasize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  POOLMETADATASPARE("poolmetadataspare", '\0', ValueType.BOOL, Repeat.ONCE),
  PROFILE("profile", '\0', ValueType.STRING, Repeat.ONCE),
  PVMETADATACOPIES("pvmetadatacopies", '\0', ValueType.PVMETADATACOPIES, Repeat.ONCE),
  RAIDINTEGRITY("raidintegrity", '\0', ValueType.BOOL, Repeat.ONCE),
  RAIDINTEGRITYBLOCKSIZE("raidintegrityblocksize", '\0', ValueType.NUMBER, Repeat.ONCE),
  RAIDINTEGRITYMODE("raidintegritymode", '\0', ValueType.STRING, Repeat.ONCE),
  READONLY("readonly", '\0', ValueType.NONE, Repeat.ONCE),
  REBUILD("rebuild", '\0', ValueType.PV, Repeat.GROUPED),
  REFRESH("refresh", '\0', ValueType.NONE, Repeat.ONCE),
  REMOVEKEY("removekey", '\0', ValueType.STRING, Repeat.ONCE),
  REMOVEMISSING("removemissing", '\0', ValueType.NONE, Repeat.ONCE),
  REPAIR("repair", '\0', ValueType.NONE, Repeat.ONCE),
  REPAIRTYPE("repairtype", '\0', ValueType.REPAIRTYPE, Repeat.ONCE),
  REPLACE("replace", '\0', ValueType.PV, Repeat.GROUPED),
  REPORTFORMAT("reportformat", '\0', ValueType.REPORTFORMAT, Repeat.ONCE),
  RESTOREFILE("restorefile", '\0', ValueType.STRING, Repeat.ONCE),
  RESTOREMISSING("restoremissing", '\0', ValueType.NONE, Repeat.ONCE),
  RESYNC("resync", '\0', ValueType.NONE, Repeat.ONCE),
  ROOTVG("rootvg", '\0', ValueType.NONE, Repeat.ONCE),
  ROWS("rows", '\0', ValueType.NONE, Repeat.ONCE),
  SEGMENTS("segments", '\0', ValueType.NONE, Repeat.ONCE),
  SEPARATOR("separator", '\0', ValueType.STRING, Repeat.ONCE),
  SETAUTOACTIVATION("setautoactivation", '\0', ValueType.BOOL, Repeat.ONCE),
  SETLOCKARGS("setlockargs", '\0', ValueType.STRING, Repeat.ONCE),
  SETPERSIST("setpersist", '\0', ValueType.STRING, Repeat.ONCE),
  SETPHYSICALVOLUMESIZE("setphysicalvolumesize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  SETTINGS("settings", '\0', ValueType.STRING, Repeat.GROUPED),
  SHARED("shared", '\0', ValueType.NONE, Repeat.ONCE),
  SHOWDEPRECATED("showdeprecated", '\0', ValueType.NONE, Repeat.ONCE),
  SHOWUNSUPPORTED("showunsupported", '\0', ValueType.NONE, Repeat.ONCE),
  SINCEVERSION("sinceversion", '\0', ValueType.STRING, Repeat.ONCE),
  SPLITCACHE("splitcache", '\0', ValueType.NONE, Repeat.ONCE),
  SPLITMIRRORS("splitmirrors", '\0', ValueType.NUMBER, Repeat.ONCE),
  SPLITSNAPSHOT("splitsnapshot", '\0', ValueType.NONE, Repeat.ONCE),
  STARTPOLL("startpoll", '\0', ValueType.NONE, Repeat.ONCE),
  SWAPMETADATA("swapmetadata", '\0', ValueType.NONE, Repeat.ONCE),
  SYNCACTION("syncaction", '\0', ValueType.SYNCACTION, Repeat.ONCE),
  SYSINIT("sysinit", '\0', ValueType.NONE, Repeat.ONCE),
  SYSTEMID("systemid", '\0', ValueType.STRING, Repeat.ONCE),
  THINPOOL("thinpool", '\0', ValueType.LV, Repeat.ONCE),
  TRACKCHANGES("trackchanges", '\0', ValueType.NONE, Repeat.ONCE),
  TRUSTCACHE("trustcache", '\0', ValueType.NONE, Repeat.ONCE),
  TYPE("type", '\0', ValueType.SEGTYPE, Repeat.ONCE),
  CONFIGTYPE("typeconfig", '\0', ValueType.CONFIGTYPE, Repeat.ONCE),
  UDEVOUTPUT("udevoutput", '\0', ValueType.NONE, Repeat.ONCE),
  UNBUFFERED("unbuffered", '\0', ValueType.NONE, Repeat.ONCE),
  UNCACHE("uncache", '\0', ValueType.NONE, Repeat.ONCE),
  UNCONFIGURED("unconfigured", '\0', ValueType.NONE, Repeat.ONCE),
  UNITS("units", '\0', ValueType.UNITS, Repeat.ONCE),
  UNQUOTED("unquoted", '\0', ValueType.NONE, Repeat.ONCE),
  UPDATE("update", '\0', ValueType.NONE, Repeat.ONCE),
  UPDATEMETADATA("updatemetadata", '\0', ValueType.NONE, Repeat.ONCE),
  USEPOLICIES("usepolicies", '\0', ValueType.NONE, Repeat.ONCE),
  VALIDATE("validate", '\0', ValueType.NONE, Repeat.ONCE),
  VALUESONLY("valuesonly", '\0', ValueType.NONE, Repeat.ONCE),
  VDO("vdo", '\0', ValueType.NONE, Repeat.ONCE),
  VDOPOOL("vdopool", '\0', ValueType.LV, Repeat.ONCE),
  VDOSETTINGS("vdosettings", '\0', ValueType.STRING, Repeat.GROUPED),
  VERSION("version", '\0', ValueType.NONE, Repeat.ONCE),
  VGMETADATACOPIES("vgmetadatacopies", '\0', ValueType.VGMETADATACOPIES, Repeat.ONCE),
  VGONLINE("vgonline", '\0', ValueType.NONE, Repeat.ONCE),
  WITHCOMMENTS("withcomments", '\0', ValueType.NONE, Repeat.ONCE),
  WITHGENERALPREAMBLE("withgeneralpreamble", '\0', ValueType.NONE, Repeat.ONCE),
  WITHLOCALPREAMBLE("withlocalpreamble", '\0', ValueType.NONE, Repeat.ONCE),
  WITHSPACES("withspaces", '\0', ValueType.NONE, Repeat.ONCE),
  WITHSUMMARY("withsummary", '\0', ValueType.NONE, Repeat.ONCE),
  WITHVERSIONS("withversions", '\0', ValueType.NONE, Repeat.ONCE),
  WRITEBEHIND("writebehind", '\0', ValueType.NUMBER, Repeat.ONCE),
  WRITEMOSTLY("writemostly", '\0', ValueType.WRITEMOSTLY, Repeat.GROUPED),
  ALLOCATION("allocation", '\0', ValueType.BOOL, Repeat.ONCE),
  AVAILABLE("available", '\0', ValueType.ACTIVATION, Repeat.ONCE),
  CORELOG("corelog", '\0', ValueType.NONE, Repeat.ONCE),
  METADATACOPIES("metadatacopies", '\0', ValueType.METADATACOPIES, Repeat.ONCE),
  RAIDMAXRECOVERYRATE("raidmaxrecoveryrate", '\0', ValueType.SIZEKB, Repeat.ONCE),
  RAIDMINRECOVERYRATE("raidminrecoveryrate", '\0', ValueType.SIZEKB, Repeat.ONCE),
  RAIDREBUILD("raidrebuild", '\0', ValueType.PV, Repeat.GROUPED),
  RAIDSYNCACTION("raidsyncaction", '\0', ValueType.SYNCACTION, Repeat.ONCE),
  RAIDWRITEBEHIND("raidwritebehind", '\0', ValueType.NUMBER, Repeat.ONCE),
  RAIDWRITEMOSTLY("raidwritemostly", '\0', ValueType.WRITEMOSTLY, Repeat.GROUPED),
  RESIZABLE("resizable", '\0', ValueType.BOOL, Repeat.ONCE),
  SPLIT("split", '\0', ValueType.NONE, Repeat.ONCE),
  VIRTUALORIGINSIZE("virtualoriginsize", '\0', ValueType.SIZEMB, Repeat.ONCE),
  ACTIVATE("activate", 'a', ValueType.ACTIVATION, Repeat.ONCE),
  ALL("all", 'a', ValueType.NONE, Repeat.ONCE),
  ACTIVEVOLUMEGROUPS("activevolumegroups", 'A', ValueType.NONE, Repeat.ONCE),
  ALLPVS("allpvs", 'A', ValueType.NONE, Repeat.ONCE),
  AUTOBACKUP("autobackup", 'A', ValueType.BOOL, Repeat.ONCE),
  BACKGROUND("background", 'b', ValueType.NONE, Repeat.ONCE),
  BLOCKDEVICE("blockdevice", 'b', ValueType.NONE, Repeat.ONCE),
  CHUNKSIZE("chunksize", 'c', ValueType.SIZEKB, Repeat.ONCE),
  CLUSTERED("clustered", 'c', ValueType.BOOL, Repeat.ONCE),
  COLON("colon", 'c', ValueType.NONE, Repeat.ONCE),
  COLUMNS("columns", 'C', ValueType.NONE, Repeat.ONCE),
  CONTIGUOUS("contiguous", 'C', ValueType.BOOL, Repeat.ONCE),
  DEBUG("debug", 'd', ValueType.NONE, Repeat.COUNTED),
  EXPORTED("exported", 'e', ValueType.NONE, Repeat.ONCE),
  FILE("file", 'f', ValueType.STRING, Repeat.ONCE),
  FORCE("force", 'f', ValueType.NONE, Repeat.COUNTED),
  FULL("full", 'f', ValueType.NONE, Repeat.ONCE),
  HELP("help", 'h', ValueType.NONE, Repeat.ONCE),
  CACHE("cache", 'H', ValueType.NONE, Repeat.ONCE),
  HISTORY("history", 'H', ValueType.NONE, Repeat.ONCE),
  IMPORT("import", 'i', ValueType.NONE, Repeat.ONCE),
  INTERVAL("interval", 'i', ValueType.PNUMBER, Repeat.ONCE),
  STRIPES("stripes", 'i', ValueType.NUMBER, Repeat.ONCE),
  STRIPESIZE("stripesize", 'I', ValueType.SIZEKB, Repeat.ONCE),
  MAJOR("major", 'j', ValueType.NUMBER, Repeat.GROUPED),
  SETACTIVATIONSKIP("setactivationskip", 'k', ValueType.BOOL, Repeat.ONCE),
  IGNOREACTIVATIONSKIP("ignoreactivationskip", 'K', ValueType.NONE, Repeat.ONCE),
  EXTENTS("extents", 'l', ValueType.EXTENTS, Repeat.ONCE),
  LIST("list", 'l', ValueType.NONE, Repeat.ONCE),
  LOGICALVOLUME("logicalvolume", 'l', ValueType.UINT32, Repeat.ONCE),
  LVMPARTITION("lvmpartition", 'l', ValueType.NONE, Repeat.ONCE),
  MAXLOGICALVOLUMES("maxlogicalvolumes", 'l', ValueType.UINT32, Repeat.ONCE),
  SIZE("size", 'L', ValueType.SIZEMB, Repeat.ONCE),
  MAPS("maps", 'm', ValueType.NONE, Repeat.ONCE),
  MIRRORS("mirrors", 'm', ValueType.NUMBER, Repeat.ONCE),
  METADATATYPE("metadatatype", 'M', ValueType.METADATATYPE, Repeat.ONCE),
  PERSISTENT("persistent", 'M', ValueType.BOOL, Repeat.ONCE),
  BASEVGNAME("basevgname", 'n', ValueType.STRING, Repeat.ONCE),
  NAME("name", 'n', ValueType.STRING, Repeat.ONCE),
  NOFSCK("nofsck", 'n', ValueType.NONE, Repeat.ONCE),
  NOVOLUMEGROUP("novolumegroup", 'n', ValueType.NONE, Repeat.ONCE),
  OPTIONS("options", 'o', ValueType.STRING, Repeat.GROUPED),
  SORT("sort", 'O', ValueType.STRING, Repeat.GROUPED),
  MAXPHYSICALVOLUMES("maxphysicalvolumes", 'p', ValueType.UINT32, Repeat.ONCE),
  PERMISSION("permission", 'p', ValueType.PERMISSION, Repeat.ONCE),
  PARTIAL("partial", 'P', ValueType.NONE, Repeat.ONCE),
  QUIET("quiet", 'q', ValueType.NONE, Repeat.COUNTED),
  READAHEAD("readahead", 'r', ValueType.READAHEAD, Repeat.ONCE),
  RESIZEFS("resizefs", 'r', ValueType.NONE, Repeat.ONCE),
  REGIONSIZE("regionsize", 'R', ValueType.REGIONSIZEMB, Repeat.ONCE),
  PHYSICALEXTENTSIZE("physicalextentsize", 's', ValueType.SIZEMB, Repeat.ONCE),
  SHORT("short", 's', ValueType.NONE, Repeat.ONCE),
  SNAPSHOT("snapshot", 's', ValueType.NONE, Repeat.ONCE),
  STDIN("stdin", 's', ValueType.NONE, Repeat.ONCE),
  SELECT("select", 'S', ValueType.STRING, Repeat.GROUPED),
  TEST("test", 't', ValueType.NONE, Repeat.ONCE),
  THIN("thin", 'T', ValueType.NONE, Repeat.ONCE),
  UUID("uuid", 'u', ValueType.NONE, Repeat.ONCE),
  UUIDSTR("uuid", 'u', ValueType.STRING, Repeat.ONCE),
  VERBOSE("verbose", 'v', ValueType.NONE, Repeat.COUNTED),
  VIRTUALSIZE("virtualsize", 'V', ValueType.SIZEMB, Repeat.ONCE),
  WIPESIGNATURES("wipesignatures", 'W', ValueType.BOOL, Repeat.ONCE),
  ALLOCATABLE("allocatable", 'x', ValueType.BOOL, Repeat.ONCE),
  RESIZEABLE("resizeable", 'x', ValueType.BOOL, Repeat.ONCE),
  YES("yes", 'y', ValueType.NONE, Repeat.ONCE),
  ZERO("zero", 'Z', ValueType.BOOL, Repeat.ONCE),
  /** Not one of lvm2's: image files instead of devices. */
  IMAGES("images", '\0', ValueType.STRING, Repeat.GROUPED);

  private static final Map<String, Opt> BY_KEY = byKey();

  private final String longName;
  private final char letter;
  private final ValueType type;
  private final Repeat repeat;

  Opt(String longName, char letter, ValueType type, Repeat repeat) {
    this.longName = longName;
    this.letter = letter;
    this.type = type;
    this.repeat = repeat;
  }

  /** Without hyphens, which users may put anywhere. */
  public String longName() {
    return longName;
  }

  /** {@code --name}, as messages show it. */
  public String dashed() {
    return "--" + longName;
  }

  public boolean hasLetter() {
    return letter != '\0';
  }

  /** The short form; NUL if there is none. */
  public char letter() {
    return letter;
  }

  public boolean takesValue() {
    return type != ValueType.NONE;
  }

  /** What it takes unless the command has its own idea ({@link CommandTable#valueType}). */
  public ValueType type() {
    return type;
  }

  public Repeat repeat() {
    return repeat;
  }

  /** The option written as {@code key} in the tables: its constant's name in lower case. */
  static Opt of(String key) {
    Opt option = BY_KEY.get(key);
    if (option == null) {
      throw new IllegalStateException("no such option in the table: " + key);
    }
    return option;
  }

  private static Map<String, Opt> byKey() {
    Map<String, Opt> map = new HashMap<>(512);
    for (Opt option : values()) {
      map.put(option.key(), option);
    }
    return map;
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
