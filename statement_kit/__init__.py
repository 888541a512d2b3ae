"""Multilingual joint statements and press releases, from a model or a folder to PDF and DOCX.

Build a `Statement`, `translate` it with a `Catalog`, `render` it to bytes; or `build` a whole folder.
"""

from statement_kit.brand import (
    AccentBar,
    Backdrop,
    Brand,
    DocxFonts,
    Face,
    LabelForm,
    Logo,
    Masthead,
    Paper,
    Placement,
    RuleSide,
    Style,
    Typeface,
)
from statement_kit.brand.profiles import PROFILES
from statement_kit.catalogs import extract, load_catalog, update
from statement_kit.desk import check, review, status, waive
from statement_kit.diagnostics import (
    CatalogError,
    Diagnostic,
    FontError,
    LayoutError,
    Location,
    OutputError,
    Severity,
    SigningError,
    SourceError,
    StatementKitError,
)
from statement_kit.document.blocks import Role
from statement_kit.editions import Arrangement, ParallelEdition
from statement_kit.endorsers import Annex, Endorser, EndorserKind, Fact, Group, Naming, Numbers, Order
from statement_kit.languages.registry import LANGUAGES, Alignment
from statement_kit.model import Clause, Demand, Kind, Note, Section, Statement
from statement_kit.packing import PackKind, pack, unpack
from statement_kit.passages import ItemList, Passage, Quotation
from statement_kit.pictures import Picture, parse_picture
from statement_kit.press import BackMatter, Contact, Press, Revision, Speaker, Status
from statement_kit.readiness import Policy, State
from statement_kit.release import Release, build, render, render_parallel
from statement_kit.rendering import Format
from statement_kit.signing import load_credentials, sign_pdf, verify_pdf
from statement_kit.source.brands import load_brand
from statement_kit.source.folder import Source, load_folder
from statement_kit.source.lexicon_file import parse_lexicon
from statement_kit.text.font_file import FontFile
from statement_kit.text.segmentation import has_dictionary
from statement_kit.translation.catalog import Catalog, parse_catalog
from statement_kit.translation.translate import Translation, translate

__version__ = "0.1.0"

__all__ = [
    "LANGUAGES",
    "PROFILES",
    "AccentBar",
    "Alignment",
    "Annex",
    "Arrangement",
    "BackMatter",
    "Backdrop",
    "Brand",
    "Catalog",
    "CatalogError",
    "Clause",
    "Contact",
    "Demand",
    "Diagnostic",
    "DocxFonts",
    "Endorser",
    "EndorserKind",
    "Face",
    "Fact",
    "FontError",
    "FontFile",
    "Format",
    "Group",
    "ItemList",
    "Kind",
    "LabelForm",
    "LayoutError",
    "Location",
    "Logo",
    "Masthead",
    "Naming",
    "Note",
    "Numbers",
    "Order",
    "OutputError",
    "PackKind",
    "Paper",
    "ParallelEdition",
    "Passage",
    "Picture",
    "Placement",
    "Policy",
    "Press",
    "Quotation",
    "Release",
    "Revision",
    "Role",
    "RuleSide",
    "Section",
    "Severity",
    "SigningError",
    "Source",
    "SourceError",
    "Speaker",
    "State",
    "Statement",
    "StatementKitError",
    "Status",
    "Style",
    "Translation",
    "Typeface",
    "build",
    "check",
    "extract",
    "has_dictionary",
    "load_brand",
    "load_catalog",
    "load_credentials",
    "load_folder",
    "pack",
    "parse_catalog",
    "parse_lexicon",
    "parse_picture",
    "render",
    "render_parallel",
    "review",
    "sign_pdf",
    "status",
    "translate",
    "unpack",
    "update",
    "verify_pdf",
    "waive",
]
