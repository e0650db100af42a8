/*
 * A Video4Linux camera without a driver, for a process that was started with this library in
 * LD_PRELOAD. The kiosk opens a character device that nobody uses and asks it what it asks every
 * camera; the answers come from here, the pictures from a file that the test writes.
 *
 * The file (V4L2_CAMERA_PICTURES) is mapped when the library is loaded, before a process gives up
 * its rights; whoever is forked has it too. Layout: struct shared below.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#define DEVICE_MAJOR 1
#define DEVICE_MINOR 7 /* /dev/full: always there, always readable */
#define WIDTH_PX 1280
#define HEIGHT_PX 720
#define SLOTS 4
#define SLOT_BYTES (1 << 20)
#define BUFFERS 4
#define SILENT_MS 10000

struct shared {
    uint32_t written; /* Pictures so far: the newest is in slot `written % SLOTS`. */
    uint32_t bytes[SLOTS];
    uint8_t jpeg[SLOTS][SLOT_BYTES];
};

static const struct shared *camera;
static uint32_t shown;
static uint8_t *buffers[BUFFERS];
static int queued[BUFFERS], first_queued, count_queued;

__attribute__((constructor)) static void plug_in(void)
{
    const char *path = getenv("V4L2_CAMERA_PICTURES");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *mapped = mmap(NULL, sizeof(struct shared), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    camera = mapped == MAP_FAILED ? NULL : mapped;
}

static int is_camera(int descriptor)
{
    struct stat found;
    return camera && descriptor >= 0 && fstat(descriptor, &found) == 0 && S_ISCHR(found.st_mode) &&
           major(found.st_rdev) == DEVICE_MAJOR && minor(found.st_rdev) == DEVICE_MINOR;
}

static int refuse(int error)
{
    errno = error;
    return -1;
}

static void put_format(struct v4l2_pix_format *format)
{
    memset(format, 0, sizeof *format);
    format->width = WIDTH_PX;
    format->height = HEIGHT_PX;
    format->pixelformat = V4L2_PIX_FMT_MJPEG;
    format->field = V4L2_FIELD_NONE;
    format->sizeimage = SLOT_BYTES;
    format->colorspace = V4L2_COLORSPACE_JPEG;
}

static void put_buffer(struct v4l2_buffer *buffer)
{
    buffer->m.offset = buffer->index * SLOT_BYTES;
    buffer->length = SLOT_BYTES;
    buffer->field = V4L2_FIELD_NONE;
    buffer->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
}

/* The next picture; a camera that is silent lets its reader wait. */
static int take_picture(struct v4l2_buffer *buffer)
{
    const struct timespec moment = {0, 2000000};
    int waited_ms = 0;
    if (!count_queued)
        return refuse(EAGAIN);
    while (__atomic_load_n(&camera->written, __ATOMIC_ACQUIRE) == shown) {
        if (waited_ms >= SILENT_MS)
            return refuse(EIO);
        nanosleep(&moment, NULL);
        waited_ms += 2;
    }
    shown = __atomic_load_n(&camera->written, __ATOMIC_ACQUIRE);
    uint32_t slot = shown % SLOTS;
    buffer->index = queued[first_queued];
    first_queued = (first_queued + 1) % BUFFERS;
    count_queued--;
    put_buffer(buffer);
    buffer->bytesused = camera->bytes[slot];
    buffer->sequence = shown;
    memcpy(buffers[buffer->index], camera->jpeg[slot], buffer->bytesused);
    return 0;
}

static int answer(unsigned long request, void *argument)
{
    switch (request) {
    case VIDIOC_QUERYCAP: {
        struct v4l2_capability *found = argument;
        memset(found, 0, sizeof *found);
        strcpy((char *)found->driver, "test");
        strcpy((char *)found->card, "Camera of the test");
        found->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        found->capabilities = found->device_caps | V4L2_CAP_DEVICE_CAPS;
        return 0;
    }
    case VIDIOC_ENUM_FMT: {
        struct v4l2_fmtdesc *found = argument;
        if (found->index)
            return refuse(EINVAL);
        found->pixelformat = V4L2_PIX_FMT_MJPEG;
        return 0;
    }
    case VIDIOC_G_FMT:
    case VIDIOC_TRY_FMT:
    case VIDIOC_S_FMT:
        put_format(&((struct v4l2_format *)argument)->fmt.pix);
        return 0;
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: {
        struct v4l2_streamparm *found = argument;
        found->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
        found->parm.capture.timeperframe = (struct v4l2_fract){1, 30};
        return 0;
    }
    case VIDIOC_REQBUFS: {
        struct v4l2_requestbuffers *wanted = argument;
        if (wanted->memory != V4L2_MEMORY_MMAP)
            return refuse(EINVAL);
        if (wanted->count > BUFFERS)
            wanted->count = BUFFERS;
        first_queued = count_queued = 0;
        return 0;
    }
    case VIDIOC_QUERYBUF:
        put_buffer(argument);
        return 0;
    case VIDIOC_QBUF: {
        struct v4l2_buffer *buffer = argument;
        if (buffer->index >= BUFFERS || count_queued == BUFFERS)
            return refuse(EINVAL);
        queued[(first_queued + count_queued++) % BUFFERS] = buffer->index;
        return 0;
    }
    case VIDIOC_DQBUF:
        return take_picture(argument);
    case VIDIOC_STREAMON:
        return 0;
    case VIDIOC_STREAMOFF:
        first_queued = count_queued = 0;
        return 0;
    default:
        return refuse(EINVAL); /* Inputs and controls that it does not have. */
    }
}

int ioctl(int descriptor, unsigned long request, ...)
{
    static int (*real)(int, unsigned long, ...);
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (_IOC_TYPE(request) == 'V' && is_camera(descriptor))
        return answer(request & 0xffffffff, argument);
    if (!real)
        real = dlsym(RTLD_NEXT, "ioctl");
    return real(descriptor, request, argument);
}

void *mmap64(void *at, size_t bytes, int protection, int flags, int descriptor, off64_t offset)
{
    static void *(*real)(void *, size_t, int, int, int, off64_t);
    if (!real)
        real = dlsym(RTLD_NEXT, "mmap64");
    if (!(flags & MAP_ANONYMOUS) && is_camera(descriptor) && offset / SLOT_BYTES < BUFFERS) {
        /* Its reader may only read; what a driver writes is written here. */
        void *buffer = real(at, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (buffer != MAP_FAILED)
            buffers[offset / SLOT_BYTES] = buffer;
        return buffer;
    }
    return real(at, bytes, protection, flags, descriptor, offset);
}

void *mmap(void *at, size_t bytes, int protection, int flags, int descriptor, off_t offset)
{
    return mmap64(at, bytes, protection, flags, descriptor, offset);
}
