"""The bundled model outside Verbatim."""

import numpy as np
import pytest

from index.encoding import cache as model_cache
from index.encoding.encoder import load_encoder
from tests.index.encoding.texts import TEXTS


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_the_bundled_folder_is_a_sentence_transformers_model() -> None:
    """Whoever knows that library can load the folder with it, and gets the same vectors."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(model_cache.bundled_folder()), trust_remote_code=True)
    theirs = model.encode(["query: " + text for text in TEXTS[:3]])
    np.testing.assert_allclose(theirs, load_encoder().encode_questions(TEXTS[:3]), atol=1e-5)
