/*
 * Feeds v4l2loopback: `camera-feeder DEVICE FOLDER` writes the files of the folder, JPEGs of
 * 1280 × 720, one after the other and again from the first, ten in a second.
 */
#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_PX 1280
#define HEIGHT_PX 720
#define FRAME_BYTES (1 << 20)
#define FRAME_US 100000

static unsigned char frame[FRAME_BYTES];

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void show(int device, const char *path)
{
    int file = open(path, O_RDONLY);
    ssize_t count = file < 0 ? -1 : read(file, frame, sizeof frame);
    if (count <= 0 || write(device, frame, count) != count)
        err(1, "%s", path);
    close(file);
    usleep(FRAME_US);
}

int main(int argc, char **argv)
{
    struct v4l2_format format = {.type = V4L2_BUF_TYPE_VIDEO_OUTPUT};
    struct dirent **names;
    char path[4096];

    if (argc != 3)
        errx(2, "camera-feeder DEVICE FOLDER");
    format.fmt.pix.width = WIDTH_PX;
    format.fmt.pix.height = HEIGHT_PX;
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_MJPEG;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    format.fmt.pix.sizeimage = FRAME_BYTES;
    int device = open(argv[1], O_RDWR);
    int count = scandir(argv[2], &names, is_shown, alphasort);
    if (device < 0 || count <= 0 || ioctl(device, VIDIOC_S_FMT, &format) < 0)
        err(1, "%s, %s", argv[1], argv[2]);
    for (int next = 0;; next = (next + 1) % count) {
        snprintf(path, sizeof path, "%s/%s", argv[2], names[next]->d_name);
        show(device, path);
    }
}
