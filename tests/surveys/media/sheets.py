"""A small form with a picture and recordings, and the files themselves."""

from tests.surveys.media.making import a_picture, an_mp3

SHEETS = {
    "survey": [
        {
            "type": "select_one faces",
            "name": "today",
            "label::English (en)": "How was it?",
            "label::العربية (ar)": "كيف كان؟",
            "media::audio::English (en)": "how.mp3",
            "media::audio::العربية (ar)": "kayf.mp3",
            "media::image": "room.jpg",
        },
        {"type": "text", "name": "words", "label::English (en)": "What else?"},
    ],
    "choices": [
        {"list_name": "faces", "name": "good", "label::English (en)": "Good", "media::image": "good.png"},
        {"list_name": "faces", "name": "bad", "label::English (en)": "Bad", "media::image": "room.jpg"},
    ],
    "settings": [{"form_title": "How was it?", "default_language": "English (en)"}],
}
FILES = {
    "how.mp3": an_mp3(),
    "kayf.mp3": an_mp3(frames=20),
    "good.png": a_picture(),
    "room.jpg": a_picture("JPEG"),
}
