"""A small form in two languages, as sheets."""

SHEETS = {
    "survey": [
        {"type": "select_one faces", "name": "today", "label::English (en)": "How was it?", "label::العربية (ar)": "كيف كان؟"},
        {"type": "begin_group", "name": "more", "label::English (en)": "More"},
        {"type": "text", "name": "words", "label::English (en)": "What else?", "hint::English (en)": "Anything.", "relevant": "${today} = 'bad'"},
        {"type": "integer", "name": "age", "label::English (en)": "Age", "constraint": ". < 120", "constraint_message::English (en)": "Too old."},
        {"type": "end_group"},
        {"type": "note", "name": "thanks", "label::English (en)": "Thank you."},
    ],
    "choices": [
        {"list_name": "faces", "name": "good", "label::English (en)": "Good", "label::العربية (ar)": "جيد"},
        {"list_name": "faces", "name": "fair", "label::English (en)": "Fair"},
        {"list_name": "faces", "name": "bad", "label::English (en)": "Bad"},
    ],
    "settings": [{"form_title": "How was it?", "shown_title::العربية (ar)": "كيف كان؟", "default_language": "English (en)"}],
}  # fmt: skip
