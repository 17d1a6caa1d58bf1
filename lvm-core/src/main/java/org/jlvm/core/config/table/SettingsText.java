package org.jlvm.core.config.table;

/**
 * The table of settings as text. In a class, not in a resource: every command checks lvm.conf with
 * it, and opening the jar for a resource takes longer than the check.
 */
final class SettingsText {
  private SettingsText() {}

  /** Lines of columns with tabs between them; the first lines describe the columns. */
  static String table() {
    return """
        # path	types	flags	since	deprecated	default	unconfigured
        # types: { section, [ array of, b boolean, i integer, f float, s string
        # flags: v variable name, e may be empty, a advanced, x unsupported, P in profiles, M in metadata profiles,
        #        u default undefined, c default commented out, o octal, n section unchecked, t not in the shell
        # default in the text syntax, - for none, @ if computed
        config	{	-	2.2.99	-	-	-
        devices	{	-	1.0.0	-	-	-
        allocation	{	P	2.2.77	-	-	-
        log	{	P	1.0.0	-	-	-
        backup	{	-	1.0.0	-	-	-
        shell	{	-	1.0.0	-	-	-
        global	{	P	1.0.0	-	-	-
        activation	{	P	1.0.0	-	-	-
        metadata	{	c	1.0.0	-	-	-
        report	{	P	1.0.0	-	-	-
        dmeventd	{	-	1.2.3	-	-	-
        tags	{	c	1.0.18	-	-	-
        local	{	-	2.2.117	-	-	-
        config/checks	b	c	2.2.99	-	1	-
        config/validate_metadata	s	ac	2.3.28	-	"full"	-
        config/abort_on_errors	b	c	2.2.99	-	0	-
        config/profile_dir	s	ct	2.2.99	-	@	@DEFAULT_SYS_DIR@/@DEFAULT_PROFILE_SUBDIR@
        devices/dir	s	ac	1.0.0	-	"/dev"	-
        devices/device_id_sysfs_dir	s	xc	2.3.17	-	"/sys/"	-
        devices/scan	[s	ac	1.0.0	-	["/dev"]	-
        devices/loopfiles	[s	xu	1.2.0	2.3.0	[]	-
        devices/obtain_device_list_from_udev	b	c	2.2.85	-	0	-
        devices/external_device_info_source	s	c	2.2.116	-	"none"	-
        devices/hints	s	c	2.3.2	-	"all"	-
        devices/preferred_names	[s	eu	1.2.19	-	[]	-
        devices/use_devicesfile	b	c	2.3.12	-	0	@DEFAULT_USE_DEVICES_FILE@
        devices/devicesfile	s	c	2.3.12	-	"system.devices"	-
        devices/devicesfile_backup_limit	i	c	2.3.23	-	50	-
        devices/search_for_devnames	s	c	2.3.12	-	"all"	-
        devices/device_ids_refresh	i	c	2.3.23	-	10	-
        devices/device_ids_refresh_checks	[s	ec	2.3.23	-	["product_uuid", "hostname"]	-
        devices/filter	[s	c	1.0.0	-	["a|.*|"]	-
        devices/global_filter	[s	c	2.2.98	-	["a|.*|"]	-
        devices/cache	s	-	1.0.0	1.2.19	@	@DEFAULT_SYS_DIR@/@DEFAULT_CACHE_SUBDIR@/.cache
        devices/cache_dir	s	-	1.2.19	2.3.0	@	@DEFAULT_SYS_DIR@/@DEFAULT_CACHE_SUBDIR@
        devices/cache_file_prefix	s	e	1.2.19	2.3.0	""	-
        devices/write_cache_state	b	-	1.0.0	2.3.0	1	-
        devices/types	[is	au	1.0.0	-	[]	-
        devices/sysfs_scan	b	c	1.0.8	-	1	-
        devices/scan_lvs	b	c	2.2.182	-	0	-
        devices/multipath_component_detection	b	c	2.2.89	-	1	-
        devices/multipath_wwids_file	s	ec	2.3.13	-	"/etc/multipath/wwids"	-
        devices/md_component_detection	b	c	1.0.18	-	1	-
        devices/md_component_checks	s	c	2.3.2	-	"auto"	-
        devices/fw_raid_component_detection	b	c	2.2.112	-	0	-
        devices/md_chunk_alignment	b	c	2.2.48	-	1	-
        devices/default_data_alignment	i	c	2.2.75	-	1	-
        devices/data_alignment_detection	b	c	2.2.51	-	1	-
        devices/data_alignment	i	c	2.2.45	-	0	-
        devices/data_alignment_offset_detection	b	c	2.2.50	-	1	-
        devices/ignore_suspended_devices	b	c	1.2.19	-	0	-
        devices/ignore_lvm_mirrors	b	c	2.2.104	-	1	-
        devices/disable_after_error_count	i	c	2.2.75	2.3.0	0	-
        devices/require_restorefile_with_uuid	b	c	2.2.73	-	1	-
        devices/pv_min_size	i	c	2.2.85	-	2048	-
        devices/issue_discards	b	c	2.2.85	-	0	-
        devices/allow_changes_with_duplicate_pvs	b	c	2.2.153	-	0	-
        devices/allow_mixed_block_sizes	b	c	2.3.6	-	0	-
        allocation/cling_tag_list	[s	u	2.2.77	-	[]	-
        allocation/maximise_cling	b	c	2.2.85	-	1	-
        allocation/use_blkid_wiping	b	c	2.2.105	-	1	@DEFAULT_USE_BLKID_WIPING@
        allocation/wipe_signatures_when_zeroing_new_lvs	b	c	2.2.105	-	1	-
        allocation/mirror_logs_require_separate_pvs	b	c	2.2.85	-	0	-
        allocation/raid_stripe_all_devices	b	c	2.2.162	-	0	-
        allocation/cache_pool_metadata_require_separate_pvs	b	Mc	2.2.106	-	0	-
        allocation/cache_pool_cachemode	s	Mc	2.2.113	2.2.128	"writethrough"	-
        allocation/cache_metadata_format	i	Mc	2.2.169	-	0	-
        allocation/cache_mode	s	Mc	2.2.128	-	"writethrough"	-
        allocation/cache_policy	s	Mu	2.2.128	-	-	-
        allocation/cache_settings	{	Mc	2.2.128	-	-	-
        allocation/cache_settings/<policy_settings>	{	vMcn	2.2.128	-	-	-
        allocation/cache_pool_chunk_size	i	Mu	2.2.106	-	@	-
        allocation/cache_pool_max_chunks	i	Mu	2.2.165	-	0	-
        allocation/pvmove_max_segment_size_mb	i	c	2.3.36	-	0	-
        allocation/thin_pool_metadata_require_separate_pvs	b	c	2.2.89	-	0	-
        allocation/thin_pool_crop_metadata	b	c	2.3.12	-	0	-
        allocation/thin_pool_zero	b	Mc	2.2.99	-	1	-
        allocation/thin_pool_discards	s	Mc	2.2.99	-	"passdown"	-
        allocation/thin_pool_chunk_size_policy	s	Mc	2.2.101	-	"generic"	-
        allocation/zero_metadata	b	c	2.3.10	-	1	-
        allocation/thin_pool_chunk_size	i	Mu	2.2.99	-	@	-
        allocation/physical_extent_size	i	c	2.2.112	-	4096	-
        allocation/vdo_use_compression	i	Mc	2.3.0	-	1	-
        allocation/vdo_use_deduplication	i	Mc	2.3.0	-	1	-
        allocation/vdo_use_metadata_hints	i	Mc	2.3.0	2.3.27	@	-
        allocation/vdo_minimum_io_size	i	Mc	2.3.0	-	4096	-
        allocation/vdo_block_map_cache_size_mb	i	Mc	2.3.0	-	128	-
        allocation/vdo_block_map_period	i	Mc	2.3.0	-	16380	-
        allocation/vdo_check_point_frequency	i	Mc	2.3.0	2.3.22	0	-
        allocation/vdo_use_sparse_index	i	Mc	2.3.0	-	0	-
        allocation/vdo_index_memory_size_mb	i	Mc	2.3.0	-	256	-
        allocation/vdo_slab_size_mb	i	Mc	2.3.0	-	2048	-
        allocation/vdo_ack_threads	i	Mc	2.3.0	-	1	-
        allocation/vdo_bio_threads	i	Mc	2.3.0	-	4	-
        allocation/vdo_bio_rotation	i	Mc	2.3.0	-	64	-
        allocation/vdo_cpu_threads	i	Mc	2.3.0	-	2	-
        allocation/vdo_hash_zone_threads	i	Mc	2.3.0	-	1	-
        allocation/vdo_logical_threads	i	Mc	2.3.0	-	1	-
        allocation/vdo_physical_threads	i	Mc	2.3.0	-	1	-
        allocation/vdo_write_policy	s	Mc	2.3.0	2.3.27	"auto"	-
        allocation/vdo_max_discard	i	Mc	2.3.0	-	1	-
        allocation/vdo_pool_header_size	i	Mc	2.3.12	-	512	-
        log/report_command_log	b	Pct	2.2.158	-	0	-
        log/command_log_sort	s	Pct	2.2.158	-	"log_seq_num"	-
        log/command_log_cols	s	Pct	2.2.158	-	"log_seq_num,log_type,log_context,log_object_type,log_object_name,log_object_id,log_object_group,log_object_group_id,log_message,log_errno,log_ret_code"	-
        log/command_log_selection	s	Pct	2.2.158	-	"!(log_type=status && message=success)"	-
        log/verbose	i	c	1.0.0	-	0	-
        log/silent	b	c	2.2.98	-	0	-
        log/syslog	b	c	1.0.0	-	0	-
        log/file	s	u	1.0.0	-	-	-
        log/journal	[s	ec	2.3.12	-	[]	-
        log/overwrite	b	c	1.0.0	-	0	-
        log/level	i	c	1.0.0	-	0	-
        log/indent	b	c	1.0.0	-	0	-
        log/command_names	b	c	1.0.0	-	0	-
        log/prefix	s	ec	1.0.0	-	"  "	-
        log/activation	b	c	1.0.0	-	0	-
        log/activate_file	s	xu	1.0.0	-	-	-
        log/debug_classes	[s	ec	2.2.99	-	["memory", "devices", "io", "activation", "allocation", "metadata", "cache", "locking", "lvmpolld", "dbus"]	-
        log/debug_file_fields	[s	ac	2.3.2	-	["time", "command", "fileline", "message"]	-
        log/debug_output_fields	[s	ac	2.3.2	-	["time", "command", "fileline", "message"]	-
        backup/backup	b	c	1.0.0	-	1	-
        backup/backup_dir	s	c	1.0.0	-	@	@DEFAULT_SYS_DIR@/@DEFAULT_BACKUP_SUBDIR@
        backup/archive	b	c	1.0.0	-	1	-
        backup/archive_dir	s	c	1.0.0	-	@	@DEFAULT_SYS_DIR@/@DEFAULT_ARCHIVE_SUBDIR@
        backup/retain_min	i	c	1.0.0	-	10	-
        backup/retain_days	i	c	1.0.0	-	30	-
        shell/history_size	i	c	1.0.0	-	100	-
        global/umask	i	co	1.0.0	-	077	-
        global/test	b	c	1.0.0	-	0	-
        global/units	s	Pc	1.0.0	-	"r"	-
        global/si_unit_consistency	b	Pc	2.2.54	-	1	-
        global/suffix	b	Pc	1.0.0	-	1	-
        global/activation	b	c	1.0.0	-	1	-
        global/fallback_to_lvm1	b	c	1.0.18	2.3.0	0	-
        global/format	s	c	1.0.0	2.3.0	"lvm2"	-
        global/format_libraries	[s	u	1.0.0	2.3.0	[]	-
        global/segment_libraries	[s	u	1.0.18	2.3.3	[]	-
        global/proc	s	ac	1.0.0	-	"/proc"	@DEFAULT_PROC_DIR@
        global/etc	s	c	2.2.117	-	"/etc"	@CONFDIR@
        global/locking_type	i	c	1.0.0	2.3.0	1	-
        global/wait_for_locks	b	c	2.2.50	-	1	-
        global/fallback_to_clustered_locking	b	c	2.2.42	2.3.0	1	-
        global/fallback_to_local_locking	b	c	2.2.42	2.3.0	1	-
        global/locking_dir	s	c	1.0.0	-	"/run/lock/lvm"	@DEFAULT_LOCK_DIR@
        global/prioritise_write_locks	b	c	2.2.52	-	1	-
        global/library_dir	s	u	1.0.0	-	-	-
        global/locking_library	s	ec	1.0.0	2.3.0	"liblvm2clusterlock.so"	-
        global/abort_on_internal_errors	b	c	2.2.57	-	0	-
        global/detect_internal_vg_cache_corruption	b	c	2.2.96	2.2.174	0	-
        global/metadata_read_only	b	c	2.2.75	-	0	-
        global/mirror_segtype_default	s	c	2.2.87	-	"raid1"	@DEFAULT_MIRROR_SEGTYPE@
        global/support_mirrored_mirror_log	b	c	2.3.2	-	0	-
        global/raid10_segtype_default	s	c	2.2.99	-	"raid10"	@DEFAULT_RAID10_SEGTYPE@
        global/sparse_segtype_default	s	c	2.2.112	-	"thin"	@DEFAULT_SPARSE_SEGTYPE@
        global/lvdisplay_shows_full_device_path	b	Pc	2.2.89	-	0	-
        global/event_activation	b	c	2.3.1	-	1	@DEFAULT_EVENT_ACTIVATION@
        global/use_lvmetad	b	c	2.2.93	2.3.0	0	-
        global/lvmetad_update_wait_time	i	c	2.2.151	2.3.0	0	-
        global/use_aio	b	c	2.2.183	-	1	-
        global/use_lvmlockd	b	c	2.2.124	-	0	-
        global/lvmlockd_lock_retries	i	c	2.2.125	-	3	-
        global/sanlock_lv_extend	i	c	2.2.124	-	256	-
        global/sanlock_align_size	i	c	2.3.27	-	8	-
        global/lvmlockctl_kill_command	s	ec	2.3.12	-	""	-
        global/thin_check_executable	s	ec	2.2.94	-	"/usr/sbin/thin_check"	@THIN_CHECK_CMD@
        global/thin_dump_executable	s	ec	2.2.100	-	"/usr/sbin/thin_dump"	@THIN_DUMP_CMD@
        global/thin_repair_executable	s	ec	2.2.100	-	"/usr/sbin/thin_repair"	@THIN_REPAIR_CMD@
        global/thin_restore_executable	s	ec	2.3.22	-	"/usr/sbin/thin_restore"	@THIN_RESTORE_CMD@
        global/thin_check_options	[s	ec	2.2.96	-	["-q", "--clear-needs-check-flag"]	-
        global/thin_repair_options	[s	ec	2.2.100	-	[""]	-
        global/thin_restore_options	[s	ec	2.3.22	-	[""]	-
        global/thin_disabled_features	[s	eu	2.2.99	-	[]	-
        global/cache_disabled_features	[s	eu	2.2.128	-	[]	-
        global/cache_check_executable	s	ec	2.2.108	-	"/usr/sbin/cache_check"	@CACHE_CHECK_CMD@
        global/cache_dump_executable	s	ec	2.2.108	-	"/usr/sbin/cache_dump"	@CACHE_DUMP_CMD@
        global/cache_repair_executable	s	ec	2.2.108	-	"/usr/sbin/cache_repair"	@CACHE_REPAIR_CMD@
        global/cache_restore_executable	s	ec	2.3.22	-	"/usr/sbin/cache_restore"	@CACHE_RESTORE_CMD@
        global/cache_check_options	[s	ec	2.2.108	-	["-q", "--clear-needs-check-flag"]	-
        global/cache_repair_options	[s	ec	2.2.108	-	[""]	-
        global/cache_restore_options	[s	ec	2.3.22	-	[""]	-
        global/vdo_format_executable	s	ec	2.3.0	-	"/usr/bin/vdoformat"	@VDO_FORMAT_CMD@
        global/vdo_format_options	[s	ec	2.3.0	-	[""]	-
        global/vdo_disabled_features	[s	eu	2.3.11	-	[]	-
        global/fsadm_executable	s	c	2.2.170	-	"/sbin/fsadm"	@FSADM_PATH@
        global/lvresize_fs_helper_executable	s	c	2.3.33	-	"/usr/libexec/lvresize_fs_helper"	@LVRESIZE_FS_HELPER_PATH@
        global/system_id_source	s	c	2.2.117	-	"none"	-
        global/system_id_file	s	u	2.2.117	-	-	-
        activation/checks	b	c	2.2.86	-	0	-
        global/use_lvmpolld	b	c	2.2.120	-	0	@DEFAULT_USE_LVMPOLLD@
        global/notify_dbus	b	c	2.2.145	-	1	-
        global/io_memory_size	i	c	2.3.2	-	8192	-
        activation/udev_sync	b	c	2.2.51	-	1	-
        activation/udev_rules	b	c	2.2.57	-	1	-
        activation/verify_udev_operations	b	c	2.2.86	-	0	-
        activation/retry_deactivation	b	c	2.2.89	-	1	-
        activation/missing_stripe_filler	s	ac	1.0.0	-	"error"	-
        activation/use_linear_target	b	c	2.2.89	-	1	-
        activation/reserved_stack	i	c	1.0.0	-	64	-
        activation/reserved_memory	i	c	1.0.0	-	8192	-
        activation/process_priority	i	c	1.0.0	-	-18	-
        activation/volume_list	[s	eu	1.0.18	-	[]	-
        activation/auto_activation_volume_list	[s	eu	2.2.97	-	[]	-
        activation/read_only_volume_list	[s	eu	2.2.89	-	[]	-
        activation/mirror_region_size	i	c	1.0.0	2.2.99	2048	-
        activation/raid_region_size	i	c	2.2.99	-	2048	-
        activation/error_when_full	b	c	2.2.115	-	0	-
        activation/readahead	s	c	1.0.23	-	"auto"	-
        activation/raid_fault_policy	s	c	2.2.89	-	"warn"	-
        activation/mirror_image_fault_policy	s	c	2.2.57	-	@	-
        activation/mirror_log_fault_policy	s	c	1.2.18	-	"allocate"	-
        activation/mirror_device_fault_policy	s	c	1.2.10	2.2.57	"remove"	-
        activation/snapshot_autoextend_threshold	i	c	2.2.75	-	100	-
        activation/snapshot_autoextend_percent	i	c	2.2.75	-	20	-
        activation/thin_pool_autoextend_threshold	i	Mc	2.2.89	-	100	-
        activation/thin_pool_autoextend_percent	i	Mc	2.2.89	-	20	-
        activation/vdo_pool_autoextend_threshold	i	Mc	2.3.0	-	100	-
        activation/vdo_pool_autoextend_percent	i	Mc	2.3.0	-	20	-
        activation/mlock_filter	[s	au	2.2.62	-	[]	-
        activation/use_mlockall	b	c	2.2.62	-	0	-
        activation/monitoring	b	c	2.2.63	-	1	-
        activation/polling_interval	i	c	2.2.63	-	15	-
        activation/auto_set_activation_skip	b	c	2.2.99	-	1	-
        activation/activation_mode	s	c	2.2.108	-	"degraded"	-
        activation/lock_start_list	[s	eu	2.2.124	-	[]	-
        activation/auto_lock_start_list	[s	eu	2.2.124	-	[]	-
        metadata/check_pv_device_sizes	b	ac	2.2.141	-	1	-
        metadata/record_lvs_history	b	c	2.2.145	-	0	-
        metadata/lvs_history_retention_time	i	c	2.2.145	-	0	-
        metadata/pvmetadatacopies	i	ac	1.0.0	-	1	-
        metadata/vgmetadatacopies	i	c	2.2.69	-	0	-
        metadata/pvmetadatasize	i	u	1.0.0	-	@	-
        metadata/pvmetadataignore	b	ac	2.2.69	-	0	-
        metadata/stripesize	i	ac	1.0.0	-	64	-
        metadata/dirs	[s	au	1.0.0	2.3.0	[]	-
        metadata/disk_areas	{	xc	1.0.0	2.3.0	-	-
        metadata/disk_areas/<disk_area>	{	vxc	1.0.0	2.3.0	-	-
        metadata/disk_areas/<disk_area>/start_sector	i	xc	1.0.0	2.3.0	0	-
        metadata/disk_areas/<disk_area>/size	i	xc	1.0.0	2.3.0	0	-
        metadata/disk_areas/<disk_area>/id	s	xu	1.0.0	2.3.0	-	-
        report/output_format	s	Pct	2.2.158	-	"basic"	-
        report/compact_output	b	Pc	2.2.115	-	0	-
        report/compact_output_cols	s	ePc	2.2.133	-	""	-
        report/aligned	b	Pc	1.0.0	-	1	-
        report/buffered	b	Pc	1.0.0	-	1	-
        report/headings	i	Pc	1.0.0	-	1	-
        report/separator	s	Pc	1.0.0	-	" "	-
        report/list_item_separator	s	Pc	2.2.108	-	","	-
        report/prefixes	b	Pc	2.2.36	-	0	-
        report/quoted	b	Pc	2.2.39	-	1	-
        report/columns_as_rows	b	Pc	1.0.0	-	0	-
        report/binary_values_as_numeric	b	Pc	2.2.108	-	0	-
        report/time_format	s	Pc	2.2.123	-	"%Y-%m-%d %T %z"	-
        report/devtypes_sort	s	Pc	2.2.101	-	"devtype_name"	-
        report/devtypes_cols	s	Pc	2.2.101	-	"devtype_name,devtype_max_partitions,devtype_description"	-
        report/devtypes_cols_verbose	s	Pc	2.2.101	-	"devtype_name,devtype_max_partitions,devtype_description"	-
        report/lvs_sort	s	Pc	1.0.0	-	"vg_name,lv_name"	-
        report/lvs_cols	s	Pc	1.0.0	-	"lv_name,vg_name,lv_attr,lv_size,pool_lv,origin,data_percent,metadata_percent,move_pv,mirror_log,copy_percent,convert_lv"	-
        report/lvs_cols_verbose	s	Pc	1.0.0	-	"lv_name,vg_name,seg_count,lv_attr,lv_size,lv_major,lv_minor,lv_kernel_major,lv_kernel_minor,pool_lv,origin,data_percent,metadata_percent,move_pv,copy_percent,mirror_log,convert_lv,lv_uuid,lv_profile"	-
        report/vgs_sort	s	Pc	1.0.0	-	"vg_name"	-
        report/vgs_cols	s	Pc	1.0.0	-	"vg_name,pv_count,lv_count,snap_count,vg_attr,vg_size,vg_free"	-
        report/vgs_cols_verbose	s	Pc	1.0.0	-	"vg_name,vg_attr,vg_extent_size,pv_count,lv_count,snap_count,vg_size,vg_free,vg_uuid,vg_profile"	-
        report/pvs_sort	s	Pc	1.0.0	-	"pv_name"	-
        report/pvs_cols	s	Pc	1.0.0	-	"pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free"	-
        report/pvs_cols_verbose	s	Pc	1.0.0	-	"pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,dev_size,pv_uuid"	-
        report/segs_sort	s	Pc	1.0.0	-	"vg_name,lv_name,seg_start"	-
        report/segs_cols	s	Pc	1.0.0	-	"lv_name,vg_name,lv_attr,stripes,segtype,seg_size"	-
        report/segs_cols_verbose	s	Pc	1.0.0	-	"lv_name,vg_name,lv_attr,seg_start,seg_size,stripes,segtype,stripesize,chunksize"	-
        report/pvsegs_sort	s	Pc	1.1.3	-	"pv_name,pvseg_start"	-
        report/pvsegs_cols	s	Pc	1.1.3	-	"pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,pvseg_start,pvseg_size"	-
        report/pvsegs_cols_verbose	s	Pc	1.1.3	-	"pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free,pvseg_start,pvseg_size,lv_name,seg_start_pe,segtype,seg_pe_ranges"	-
        report/vgs_cols_full	s	Pc	2.2.158	-	"vg_all"	-
        report/pvs_cols_full	s	Pc	2.2.158	-	"pv_all"	-
        report/lvs_cols_full	s	Pc	2.2.158	-	"lv_all"	-
        report/pvsegs_cols_full	s	Pc	2.2.158	-	"pvseg_all,pv_uuid,lv_uuid"	-
        report/segs_cols_full	s	Pc	2.2.158	-	"seg_all,lv_uuid"	-
        report/vgs_sort_full	s	Pc	2.2.158	-	"vg_name"	-
        report/pvs_sort_full	s	Pc	2.2.158	-	"pv_name"	-
        report/lvs_sort_full	s	Pc	2.2.158	-	"vg_name,lv_name"	-
        report/pvsegs_sort_full	s	Pc	2.2.158	-	"pv_uuid,pvseg_start"	-
        report/segs_sort_full	s	Pc	2.2.158	-	"lv_uuid,seg_start"	-
        report/mark_hidden_devices	b	Pc	2.2.140	-	1	-
        report/two_word_unknown_device	b	c	2.2.146	-	0	-
        dmeventd/mirror_library	s	c	1.2.3	-	"libdevmapper-event-lvm2mirror.so"	-
        dmeventd/raid_library	s	c	2.2.87	-	"libdevmapper-event-lvm2raid.so"	-
        dmeventd/snapshot_library	s	c	1.2.26	-	"libdevmapper-event-lvm2snapshot.so"	-
        dmeventd/thin_library	s	c	2.2.89	-	"libdevmapper-event-lvm2thin.so"	-
        dmeventd/thin_command	s	c	2.2.169	-	"lvm lvextend --use-policies"	-
        dmeventd/vdo_library	s	c	2.3.0	-	"libdevmapper-event-lvm2vdo.so"	-
        dmeventd/vdo_command	s	c	2.3.0	-	"lvm lvextend --use-policies"	-
        dmeventd/executable	s	c	2.2.73	-	"/sbin/dmeventd"	@DMEVENTD_PATH@
        tags/hosttags	b	c	1.0.18	-	0	-
        tags/<tag>	{	vc	1.0.18	-	-	-
        tags/<tag>/host_list	[s	eu	1.0.18	-	[]	-
        local/system_id	s	ec	2.2.117	-	-	-
        local/pr_key	s	c	2.3.32	-	-	-
        local/extra_system_ids	[s	eu	2.2.117	-	[]	-
        local/host_id	i	c	2.2.124	-	0	-
        """;
  }
}
