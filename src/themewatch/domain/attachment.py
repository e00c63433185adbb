"""What may be kept with a record: few files, not too large, and nothing but media."""

MOST_FILES = 4
MOST_BYTES = 50 * 1024 * 1024
MEDIA_TYPES = (
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "video/mp4",
    "video/webm",
    "video/quicktime",
    "audio/mpeg",
    "audio/wav",
    "audio/ogg",
    "audio/mp4",
    "audio/flac",
)
ACCEPTED = (
    "images (PNG, JPEG, GIF, WebP), video (MP4, WebM, MOV) "
    "and audio (MP3, WAV, Ogg, M4A, FLAC)"
)
