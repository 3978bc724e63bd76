"""The language of a text: by its script, then by its little words, then by a trained model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

_SAMPLE = 4_000
_MODEL_LETTERS = 20
_SCRIPTS = {
    "ja": "[\u3040-\u30ff]",
    "ko": "[\u1100-\u11ff\uac00-\ud7af]",
    "zh": "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
    "th": "[\u0e00-\u0e7f]",
    "lo": "[\u0e80-\u0eff]",
    "el": "[\u0370-\u03ff\u1f00-\u1fff]",
    "he": "[\u0590-\u05ff]",
    "hy": "[\u0530-\u058f]",
    "ka": "[\u10a0-\u10ff]",
    "am": "[\u1200-\u137f]",
    "bn": "[\u0980-\u09ff]",
    "pa": "[\u0a00-\u0a7f]",
    "gu": "[\u0a80-\u0aff]",
    "ta": "[\u0b80-\u0bff]",
    "te": "[\u0c00-\u0c7f]",
    "kn": "[\u0c80-\u0cff]",
    "ml": "[\u0d00-\u0d7f]",
    "si": "[\u0d80-\u0dff]",
    "my": "[\u1000-\u109f]",
    "km": "[\u1780-\u17ff]",
    "hi": "[\u0900-\u097f]",
    "ar": "[\u0600-\u06ff\u0750-\u077f]",
    "ru": "[\u0400-\u052f]",
    "en": "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]",
}
# Chinese and kana are counted as more than one letter, since a character of theirs is a word.
_WEIGHTS = {"zh": 3, "ja": 4, "ko": 2}
_ALONE = frozenset(_SCRIPTS) - frozenset({"en", "ru", "ar", "hi"})
_LITTLE = {
    "en": "the of and to in is was for on that with as by at from are his her it be an this which "
    "were who what when where how why did does do has have not he she they you your i can "
    "will there tell me",
    "es": "el la los las de del que y en un una por con para es se su al lo como más fue son está "
    "no qué quién cuándo dónde cómo cuántos cuál ha entre sobre también",
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an "
    "dem war wer was wann wo wie warum wurde hat sind nach bei über im am zum zur wird "
    "werden",
    "fr": "le la les de des du et en un une est que qui dans pour sur par au aux avec il elle ne "
    "pas se ce quand où comment pourquoi quel quelle combien a été son ses sont plus cette "
    "l d",
    "it": "il la le gli di del della dei che e in un una per con è non si da al sono come anche "
    "chi quando dove perché quale nel nella più lo i",
    "pt": "o a os as de do da dos das que e em um uma para com não por no na se foi mais como ao "
    "quem quando onde qual são está é também pelo pela",
    "nl": "de het een van en in is dat op te met voor zijn niet aan er door wie wat wanneer waar "
    "hoe waarom werd om ook als naar bij deze uit",
    "ro": "și în de la cu pe din care este a fost un o nu se ce cine când unde cum pentru mai "
    "sunt al ale lui că prin sau între după ei au fi",
    "tr": "ve bir bu da de için ile olarak olan ne kim nerede zaman nasıl mi mı çok daha en gibi "
    "kadar sonra oldu tarafından var değil kaç hangi ise",
    "vi": "và của là các có được trong cho một với không những người này đã từ khi ở để ai gì nào "
    "bao nhiêu tại về như vào ra năm",
    "pl": "i w na z do się nie jest to że o przez po dla od jak co kto kiedy gdzie za był była są "
    "oraz",
    "sv": "och i att det som en på är av för med till den inte om var ett har de när vem vad hur "
    "från",
    "ru": "и в на не что с по как это из к у за от для о его был была было были кто где когда "
    "почему сколько какой чем при также который или же а но во со до",
    "uk": "і в у на не що з та як це до за від для про його був була були хто де коли чому "
    "скільки який є під",
    "bg": "и в на не че с за от да се е са по като това към кой къде кога защо колко бе съм ще "
    "който",
    "ar": "في من على إلى أن عن مع هذا هذه التي الذي كان ما هو هي كم متى أين لا بين و ثم قد",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم چه کی کجا چرا شد می های",
    "ur": "اور کے میں کی ہے کا سے نے کو پر کہ یہ ہیں تھا کیا کون کب کہاں اس جو بھی",
    "hi": "के में की है और का से को पर ने कि यह हैं था क्या कौन कब कहाँ कितने एक इस भी लिए नहीं थे",
    "mr": "आणि आहे या ते व हे की च्या मध्ये होते होता काय कोण कधी कुठे नाही एक आहेत",
}
_LATIN = ("en", "es", "de", "fr", "it", "pt", "nl", "ro", "tr", "vi", "pl", "sv")
_FAMILIES = {"en": _LATIN, "ru": ("ru", "uk", "bg"), "ar": ("ar", "fa", "ur"), "hi": ("hi", "mr")}
_SCANTY = 0.04  # share of a text's words below which little words don't tell a foreign language
_WORD = re.compile(
    r"(?<!\d)[^\W\d_]++(?!\d)(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*"
)
_MARKS = {
    "es": "ñ¿¡", "de": "ßäöü", "fr": "çœêèàù", "pt": "ãõ", "ro": "ăâîșțşţ", "tr": "ğışİ",
    "vi": "ơưđạảấầẩậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởợụủứừửữựỳỵỷỹ", "pl": "łąęśźż", "sv": "å",
    "uk": "іїєґ", "ru": "ыэё", "fa": "پچژگ", "ur": "ٹڈڑںے",
}  # fmt: skip


def language_of(text: str, *, among: Collection[str] | None = None) -> str:
    """The ISO 639-1 code of a text's language; "" where it can't be told.

    A script that one language uses settles it. Otherwise the languages are compared by the share
    of their commonest words and their own letters, then by a model that is loaded only then.
    `among` are the languages to choose from; a script that none of them uses is told all the same.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if not script or script in _ALONE or script not in _FAMILIES:
        return script
    family = _FAMILIES[script]
    allowed = set(among) if among is not None else None
    choices = [code for code in family if allowed is None or code in allowed]
    scores = _scores(sample, family)
    best = max(family, key=lambda code: (scores[code], code in choices))
    scanty = best != family[0] and scores[best] < _SCANTY * len(_WORD.findall(sample))
    if scores[best] and not scanty and _is_clear(scores, best) and best in choices:
        return best
    if allowed is not None and len(choices) == 1 and not scores[best]:
        return choices[0]
    told = _modelled(sample, choices) if allowed is not None else _modelled(sample, None)
    if told:
        return told
    chosen = max(choices, key=lambda code: scores[code], default="")
    return chosen if chosen and scores[chosen] else ""


def _script(sample: str) -> str:
    """The language that stands for the script of most letters; "" without letters."""
    if sample.isascii():
        return "en" if any(map(str.isalpha, sample)) else ""
    counts = Counter(
        {code: len(found) for code in _SCRIPTS if (found := _letters(code).findall(sample))}
    )
    if counts["ja"] and counts["ja"] * 8 >= counts["zh"]:
        counts["ja"] += counts.pop("zh", 0)
    if not counts:
        return ""
    return max(counts, key=lambda code: counts[code] * _WEIGHTS.get(code, 1))


@cache
def _letters(code: str) -> re.Pattern[str]:
    """A letter of a script; compiled when it is first asked for, since most texts need none."""
    return re.compile(_SCRIPTS[code])


def _scores(sample: str, family: tuple[str, ...]) -> dict[str, float]:
    """For each language its commonest words, counted; a word with a letter of its own is half."""
    plain = sample.casefold()
    words = Counter(_WORD.findall(plain))
    letters = frozenset(plain)
    scores = {}
    for code in family:
        own = letters.intersection(_MARKS.get(code, ""))
        little = sum(words[word] for word in _little(code) & words.keys())
        marks = sum(n for word, n in words.items() if not own.isdisjoint(word)) if own else 0
        scores[code] = little + marks / 2
    return scores


def _is_clear(scores: dict[str, float], best: str) -> bool:
    second = max((score for code, score in scores.items() if code != best), default=0.0)
    return scores[best] >= second * 1.3 + 0.5


@cache
def _little(code: str) -> frozenset[str]:
    return frozenset(_LITTLE[code].split())


def _modelled(sample: str, choices: list[str] | None) -> str:
    """What the trained model says of a text of at least twenty letters; "" for less."""
    if sum(map(str.isalpha, sample)) < _MODEL_LETTERS or choices == []:
        return ""
    import py3langid

    ranked = py3langid.rank(sample)
    codes = (str(code) for code, _ in ranked if len(code) == 2)
    return next((code for code in codes if choices is None or code in choices), "")
