"""All kinds of hostile and odd files, and those that are made and read fast."""

from tests.hostile.archives import ARCHIVES
from tests.hostile.kinds import Kind
from tests.hostile.letters import LETTERS
from tests.hostile.manifests import MANIFESTS
from tests.hostile.packages import PACKAGES
from tests.hostile.pdfs import PDFS
from tests.hostile.places import PLACES
from tests.hostile.rows import ROWS
from tests.hostile.texts import TEXTS
from tests.hostile.web_pages import WEB_PAGES

KINDS: tuple[Kind, ...] = (*TEXTS, *ROWS, *WEB_PAGES, *PDFS, *PACKAGES, *ARCHIVES, *LETTERS, *PLACES, *MANIFESTS)
QUICK = tuple(kind for kind in KINDS if not kind.slow)
