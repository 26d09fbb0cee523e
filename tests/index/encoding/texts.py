"""Texts in as many scripts."""

TEXTS = [
    "Face à l’impasse, Trump a opéré un virage à 180 degrés",
    "what did Trump decide?",
    "今天天气怎么样？",
    "أين التقى ترامب وبوتين؟",
    "Что США передают Украине?",
    "भारत की राजधानी क्या है",
    "ราคาของตั๋วคือเท่าไร",
    "İstanbul'da hava nasıl?",
    "Wo trafen sich Trump und Putin?",
    "どこで会った？",
    "ποιος είναι ο πρόεδρος",
    "שלום עולם 🇨🇭 «Rütli» ﬁ ½",
]
