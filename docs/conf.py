"""Settings of the site: ``python tools/build_site.py`` builds it, offline, with warnings as errors."""

import re

from zjreform.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sphinx.application import Sphinx  # which the tests, who read this file as well, need not have

project = "zjreform"
copyright = "the zjreform authors; code MIT, data CC BY 4.0"  # noqa: A001 (a name of Sphinx)
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
html_theme = "furo"
html_title = "zjreform"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_permalinks = True
templates_path = ["_templates"]
exclude_patterns = ["_build", "examples/*.txt", "notebooks/*.ipynb"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
suppress_warnings = ["myst.xref_missing"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_use_ivar = True
html_theme_options = {
    "sidebar_hide_name": False,
    "navigation_with_keys": True,
    "light_css_variables": {
        "font-stack": "system-ui, -apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', sans-serif",
        "color-brand-primary": "#1d5f8a",
        "color-brand-content": "#1d5f8a",
    },
    "dark_css_variables": {"color-brand-primary": "#8cc4ea", "color-brand-content": "#8cc4ea"},
}


def setup(app: "Sphinx") -> None:
    """Take from examples the empty line at their end, which doctest needs and no reader does."""
    app.connect("source-read", _closed_up)


def _closed_up(_app: "Sphinx", _name: str, text: list[str]) -> None:
    text[0] = re.sub(r"\n\n( *```)$", r"\n\1", text[0], flags=re.MULTILINE)
