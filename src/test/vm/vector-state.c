/*
 * Preloaded into user-mode-linux. Its kernel (6.1) keeps 832 bytes of a guest
 * process's extended registers when it switches processes, but a host CPU with
 * AVX-512 or AMX has more of them and the host's PTRACE_SETREGSET takes back
 * all or nothing. So each time the kernel reads registers into one of its
 * buffers, the whole state is remembered here under the buffer's address, and
 * put together again with the buffer's contents when they are written back.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define STATE_MAX 16384 /* AMX included, XSAVE needs 11008 bytes */
#define BUCKETS 4096

struct state {
	struct state *next;
	const void *buffer;
	size_t length;
	unsigned char bytes[STATE_MAX];
};

static struct state *buckets[BUCKETS];

static struct state *state_of(const void *buffer)
{
	uintptr_t hash = (uintptr_t)buffer / 64 * 0x9E3779B97F4A7C15ull;
	struct state **bucket = &buckets[hash >> 52 & (BUCKETS - 1)];
	struct state *s = *bucket;

	while (s && s->buffer != buffer)
		s = s->next;
	if (!s && (s = calloc(1, sizeof *s))) {
		s->buffer = buffer;
		s->next = *bucket;
		*bucket = s;
	}
	return s;
}

static long fetch(long pid, struct state *s)
{
	struct iovec whole = { s->bytes, sizeof s->bytes };
	long result = syscall(SYS_ptrace, PTRACE_GETREGSET, pid, NT_X86_XSTATE, &whole);

	if (result == 0)
		s->length = whole.iov_len;
	return result;
}

static long transfer(int write, long pid, struct iovec *part)
{
	struct state *s = state_of(part->iov_base);

	if (!s) {
		errno = ENOMEM;
		return -1;
	}
	/* a buffer that was copied, not read into: the process's present state fills it up */
	if ((!write || s->length == 0) && fetch(pid, s) != 0)
		return -1;
	if (part->iov_len > s->length)
		part->iov_len = s->length;
	if (!write) {
		memcpy(part->iov_base, s->bytes, part->iov_len);
		return 0;
	}
	memcpy(s->bytes, part->iov_base, part->iov_len);
	struct iovec whole = { s->bytes, s->length };
	return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, NT_X86_XSTATE, &whole);
}

long ptrace(enum __ptrace_request request, ...)
{
	va_list arguments;
	va_start(arguments, request);
	long pid = va_arg(arguments, long);
	void *address = va_arg(arguments, void *);
	void *data = va_arg(arguments, void *);
	va_end(arguments);

	if (address == (void *)NT_X86_XSTATE) {
		if (request == PTRACE_GETREGSET)
			return transfer(0, pid, data);
		if (request == PTRACE_SETREGSET)
			return transfer(1, pid, data);
	}
	if (request == PTRACE_PEEKTEXT || request == PTRACE_PEEKDATA || request == PTRACE_PEEKUSER) {
		/* the system call stores the word; C's ptrace() returns it */
		long word = 0;
		long result = syscall(SYS_ptrace, request, pid, address, &word);
		return result < 0 ? result : word;
	}
	return syscall(SYS_ptrace, request, pid, address, data);
}
