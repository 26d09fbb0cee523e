"""Draw the pictures: `python -m tests.pictures [FOLDER]` (default docs/pictures)."""

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

from tests.pictures.asked import replies
from tests.pictures.page import page

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, TALL, SCALE = 390, 1_200, 2
# Below the last button, in pixels.
MARGIN = 20
# Few colours are needed, and a picture stays well under 60 kB.
COLOURS = 96


def main(folder: Path) -> int:
    """Draw each reply, light and dark; the exit code."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write(f"no browser to draw with: install one of {', '.join(BROWSERS)}\n")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    for reply in replies():
        for theme in ("light", "dark"):
            path = folder / f"{reply.language}-{reply.case}-{theme}.png"
            path.write_bytes(_small(_drawn(browser, page(reply, theme))))
            sys.stdout.write(f"{path.name} {path.stat().st_size / 1000:.0f} kB\n")
    return 0


def _drawn(browser: str, html: str) -> Image.Image:
    """What the browser shows of a page, as high as it is."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.png"
        source.write_text(html, encoding="utf-8")
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/profile",
                f"--force-device-scale-factor={SCALE}",
                f"--window-size={WIDTH},{TALL}",
                f"--screenshot={target}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        with Image.open(target) as shown:
            return _cropped(shown.convert("RGB"))


def _cropped(shown: Image.Image) -> Image.Image:
    """Without the empty chat below."""
    below = Image.new("RGB", shown.size, shown.getpixel((0, shown.height - 1)))
    box = ImageChops.difference(shown, below).getbbox()
    assert box, "nothing is shown"
    return shown.crop((0, 0, shown.width, min(shown.height, box[3] + MARGIN)))


def _small(shown: Image.Image) -> bytes:
    data = io.BytesIO()
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"))
