/* Makes the n-th call that touches files of one folder fail, as a bad disk does.

   Loaded before the C library (LD_PRELOAD); armed by the process itself, see injection.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING, WRITES, SYNCS, NAMES };

static int kind = NOTHING, number, code, lasting;
static long count;
static char folder[4096];

/* Fail the call with this number, and all later ones when it lasts; number 0 only counts. */
void failing_arm(int what, int at, int error, int goes_on, const char *where)
{
    kind = what, number = at, code = error, lasting = goes_on;
    if (what != NOTHING)
        count = 0;
    snprintf(folder, sizeof folder, "%s", where);
}

long failing_count(void) { return count; }

static int fails(int what)
{
    if (what != kind)
        return 0;
    count++;
    if (number == 0 || (lasting ? count < number : count != number))
        return 0;
    errno = code;
    return 1;
}

static int ours(int file)
{
    char link[64], path[4096];
    ssize_t length;
    if (kind == NOTHING)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FILE(what, result, name, parameters, arguments)                                         \
    result name parameters                                                                         \
    {                                                                                              \
        return ours(file) && fails(what) ? -1 : REAL(name) arguments;                              \
    }

ON_FILE(WRITES, ssize_t, write, (int file, const void *data, size_t size), (file, data, size))
ON_FILE(WRITES, ssize_t, pwrite, (int file, const void *data, size_t size, off_t at),
        (file, data, size, at))
ON_FILE(WRITES, ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t at),
        (file, data, size, at))
ON_FILE(WRITES, ssize_t, sendfile, (int file, int from, off_t *at, size_t size),
        (file, from, at, size))
ON_FILE(WRITES, ssize_t, sendfile64, (int file, int from, off64_t *at, size_t size),
        (file, from, at, size))
ON_FILE(WRITES, ssize_t, copy_file_range,
        (int from, off64_t *at, int file, off64_t *to, size_t size, unsigned flags),
        (from, at, file, to, size, flags))
ON_FILE(SYNCS, int, fsync, (int file), (file))
ON_FILE(SYNCS, int, fdatasync, (int file), (file))
ON_FILE(WRITES, int, ftruncate, (int file, off_t size), (file, size))
ON_FILE(WRITES, int, ftruncate64, (int file, off64_t size), (file, size))

int rename(const char *old, const char *new)
{
    int here = kind == NAMES && strncmp(new, folder, strlen(folder)) == 0;
    return here && fails(NAMES) ? -1 : REAL(rename)(old, new);
}
