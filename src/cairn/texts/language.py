"""Which language a document is in: told by its commonest little words, and only where they tell it clearly."""

from __future__ import annotations

import re
from collections import Counter

# Without accents, as folded texts are; Arabic without hamza and harakat.
STOP_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in is are for with on that by their as from or be was were it this an at have has which "
        "its a they such also not how who can into them these those where when been being other",
        "fr": "le la les des du de et en un une pour dans est sont par sur avec que qui au aux ce cette leur leurs ou "
        "plus pas ont ete se ses son sa il elle ils elles a ainsi d l",
        "es": "el la los las de del y en un una para por con que es son se su sus al lo como mas o no ha han este esta "
        "entre tambien a e",
        "de": "der die das und den dem des ein eine einer einem einen in im zu zur zum mit von fur auf ist sind wird "
        "werden sich nicht auch als bei nach oder durch an es sie aus dass",
        "it": "il lo la i gli le di del della dei delle e in un una per con che sono al alla ai da dal nel nella si "
        "non anche come loro o ha hanno su a",
        "pl": "i w z na do nie sie o ze jest sa dla od po przez oraz ich jak za to byly byl przy tym ktore ktory a lub "
        "te tych",
        "nl": "de het een en van in is op te dat voor met zijn aan er ook door bij naar niet om als of hun worden "
        "wordt uit",
        "pt": "o a os as de do da dos das e em um uma para por com que se no na nos nas ao mais ou nao sao foi foram "
        "como seus suas",
        "ar": "في من على الى عن مع ان او ثم لا ما لم لن قد كل هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت بين "
        "بعد قبل عند حتى كما اي غير ايضا وفي ومن الا اذا",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")
# Below this many little words, or this close to the second language, nothing is clear.
ENOUGH = 8
CLEARLY = 1.3


def language_of(folded_text: str, *, claimed: str = "", otherwise: str = "en") -> str:
    """A BCP 47 language. Where the words do not tell: what the file claims, else `otherwise`."""
    words = Counter(_WORD.findall(folded_text))
    scores = sorted(
        ((sum(words[word] for word in little), language) for language, little in STOP_WORDS.items()),
        reverse=True,
    )
    (first, language), (second, _) = scores[:2]
    if first >= ENOUGH and first >= CLEARLY * second:
        return language
    return claimed.split("-", maxsplit=1)[0].lower() or otherwise
