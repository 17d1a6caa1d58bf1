/*
 * Writes and reads blocks of a file or device all the time, as a database would, and tells each
 * block that does not hold what was written last.
 *
 *   checked-io write PATH BLOCKS STATE   until SIGTERM: random blocks are written and others read;
 *                                        every few writes are brought to the disk, and only then noted
 *                                        in STATE. PATH is opened with O_DIRECT if it is a device.
 *   checked-io check PATH BLOCKS STATE   every block is whole and not older than STATE says
 *
 * Prints a line of figures; the status is 1 if there was an error or a wrong block.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BLOCK 4096
#define WORDS (BLOCK / 8)
#define BATCH 16

static volatile sig_atomic_t ending;
static uint64_t *stamps; /* of the newest contents, by block; 0: never written */
static uint64_t *buffer, *expected;
static uint64_t blocks, writes, checks, wrong, errors, seed = 88172645463325252u;

static void end(int signal)
{
	(void)signal;
	ending = 1;
}

static uint64_t random_word(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	return seed ^= seed << 17;
}

static uint64_t milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000u + now.tv_nsec / 1000000;
}

static void fill(uint64_t *words, uint64_t block, uint64_t stamp)
{
	words[0] = block;
	words[1] = stamp;
	for (int i = 2; i < WORDS; i++)
		words[i] = (block * 0x9e3779b97f4a7c15u + stamp) * (2 * i + 1) ^ i;
}

static void note(const char *what, uint64_t block)
{
	if (errors++ < 10)
		fprintf(stderr, "block %llu: %s: %s\n", (unsigned long long)block, what, strerror(errno));
}

static void write_block(int file, uint64_t block)
{
	uint64_t stamp = ++writes;
	fill(buffer, block, stamp);
	if (pwrite(file, buffer, BLOCK, block * BLOCK) != BLOCK)
		note("write", block);
	stamps[block] = stamp;
}

/* newer: contents that are newer than noted are right, too */
static void check_block(int file, uint64_t block, int newer)
{
	checks++;
	if (pread(file, buffer, BLOCK, block * BLOCK) != BLOCK) {
		note("read", block);
		return;
	}
	uint64_t stamp = newer && buffer[1] > stamps[block] ? buffer[1] : stamps[block];
	fill(expected, block, stamp);
	if (memcmp(buffer, expected, BLOCK) == 0)
		return;
	if (wrong++ < 10)
		fprintf(stderr, "block %llu is wrong: it says block %llu, stamp %llu, not %llu\n",
			(unsigned long long)block, (unsigned long long)buffer[0],
			(unsigned long long)buffer[1], (unsigned long long)stamp);
}

static void save(int file, int state)
{
	if (fdatasync(file) != 0)
		note("sync", 0);
	else if (pwrite(state, stamps, blocks * 8, 0) != (ssize_t)(blocks * 8))
		note("state", 0);
}

static uint64_t write_until_end(int file, int state)
{
	uint64_t longest = 0, last;
	for (uint64_t block = 0; block < blocks; block++)
		write_block(file, block);
	save(file, state);
	last = milliseconds();
	while (!ending) {
		for (int i = 0; i < BATCH; i++) {
			write_block(file, random_word() % blocks);
			check_block(file, random_word() % blocks, 0);
		}
		save(file, state);
		uint64_t now = milliseconds();
		if (now - last > longest)
			longest = now - last;
		last = now;
		usleep(20000); /* the machine has one CPU, which others need as well */
	}
	return longest;
}

int main(int count, char **arguments)
{
	if (count != 5)
		return 2;
	int writing = strcmp(arguments[1], "write") == 0;
	struct stat status;
	int device = stat(arguments[2], &status) == 0 && S_ISBLK(status.st_mode);
	int file = open(arguments[2], writing ? O_RDWR | (device ? O_DIRECT : O_CREAT) : O_RDONLY, 0600);
	int state = open(arguments[4], O_RDWR | O_CREAT | O_DSYNC, 0600);
	blocks = strtoull(arguments[3], NULL, 0);
	stamps = calloc(blocks, 8);
	if (file < 0 || state < 0 || posix_memalign((void **)&buffer, BLOCK, BLOCK) ||
	    posix_memalign((void **)&expected, BLOCK, BLOCK)) {
		perror(arguments[2]);
		return 2;
	}
	uint64_t longest = 0;
	if (writing) {
		signal(SIGTERM, end);
		longest = write_until_end(file, state);
	} else {
		if (pread(state, stamps, blocks * 8, 0) != (ssize_t)(blocks * 8))
			note("state", 0);
		for (uint64_t block = 0; block < blocks; block++)
			check_block(file, block, 1);
	}
	printf("%llu writes, %llu checks, %llu errors, %llu wrong blocks, longest pause %llu ms\n",
	       (unsigned long long)writes, (unsigned long long)checks, (unsigned long long)errors,
	       (unsigned long long)wrong, (unsigned long long)longest);
	return errors || wrong;
}
