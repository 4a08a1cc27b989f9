"""What a wheel holds beside the sources: compiled patterns, and with ZJREFORM_COMPILED=1 the reader as machine code.

Patterns load in a twentieth of the time that they take to compile; where they cannot be made (a build without the dependencies of the
package) or do not fit the Python that runs, they are compiled at first use. The compiled reader is the same sources through mypyc.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = "src/zjreform"
_MODULES = {
    ".": "fold",
    "words": "edges",
    "mending": "mended rare",
    "quantity": "bound_words lone numbers numeral_terms numerals parsing quick ranges rates ratios side sides special_sides"
    " spoken trillions",
    "text/rules": "listed",
    "text/scanning": "before closely ranks ratios reading scan senses",
    "text/scanning/short": "han late openings shapes sure",
    "text/neighbours": "adverbs amount_and_level between energy lending sharing",
}
"""By folder: modules that take time in reading. Classes of attrs that have fields with defaults stay as they are, and what is ``told``."""
COMPILED = tuple(str(Path(folder, f"{name}.py")) for folder, names in _MODULES.items() for name in names.split())
PATTERNS = """
import sys
sys.dont_write_bytecode = False
import zjreform as zj
from zjreform.text.rules.order import RULES
from zjreform.text.scanning.scanner import bundle
from zjreform.words.table import all_words
said = [row.example for row in all_words()] + [row.counter_example for row in all_words()]
for text in (*said, *(each for rule in RULES for each in rule.reads)):
    zj.explain(text), zj.changes(text), zj.terms(text), zj.figures(text + " 与 " + text)
bundle()
"""
EXTENSIONS = """
import sys
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext
modules = mypycify(sys.argv[2:], opt_level="3", debug_level="0", target_dir=sys.argv[1] + "/c")
command = build_ext(Distribution({"ext_modules": modules}))
command.build_lib, command.build_temp = sys.argv[1], sys.argv[1] + "/temp"
command.ensure_finalized()
command.run()
"""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # a plugin without a configuration of its own
    """Adds compiled patterns to each wheel, and compiled modules where they are asked for."""

    def _is_compiled(self) -> bool:
        return os.environ.get("ZJREFORM_COMPILED") == "1" and self.target_name == "wheel"

    def dependencies(self) -> list[str]:
        """Return what the build needs: the package's own requirements, to run it, and mypyc."""
        own = [str(each) for each in self.metadata.core.dependencies]
        return [*own, *(["mypy[mypyc]>=1.15", "setuptools>=70", "types-setuptools"] if self._is_compiled() else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what the wheel brings."""
        if self.target_name != "wheel":
            return
        # The sources stand in front of what an isolated build has on its path: its requirements.
        path = os.pathsep.join([str(Path(self.root, "src")), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = os.environ | {"PYTHONPATH": path}
        made = subprocess.run(
            [sys.executable, "-c", PATTERNS], env=environment, capture_output=True, text=True, check=False
        )
        if made.returncode:
            self.app.display_warning(f"no compiled patterns in this wheel: {made.stderr.strip().splitlines()[-1:]}")
        build_data["artifacts"].append(f"{SOURCE}/data/patterns/*.sre")
        if self._is_compiled() and version != "editable":
            build_data["force_include"].update(self._extensions(environment))
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def _extensions(self, environment: dict[str, str]) -> dict[str, str]:
        """Return the compiled modules with their places in the wheel."""
        self._built = tempfile.mkdtemp()
        sources = [f"zjreform/{name}" for name in COMPILED]
        command = [sys.executable, "-c", EXTENSIONS, self._built, *sources]
        subprocess.run(
            command, cwd=Path(self.root, "src"), env=environment | {"MYPYPATH": str(Path(self.root, "src"))}, check=True
        )
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        found = sorted(Path(self._built).rglob(f"*{suffix}"))
        return {str(path): str(path.relative_to(self._built)) for path in found}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 (the hook's interface)
        """Remove what was built beside the wheel."""
        shutil.rmtree(getattr(self, "_built", ""), ignore_errors=True)
